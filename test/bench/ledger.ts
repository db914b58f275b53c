import type { Command, WithReason } from '../../api/access/change.js'
import { recordFirstUploads } from '../../api/breaches/record-first-uploads.command.js'
import { changesFor } from '../../api/changes/make-change.js'
import { operator } from '../../api/kernel/actor.js'
import { toMoment } from '../../api/kernel/moment.js'
import { createProgramme } from '../../api/regions/create-programme.command.js'
import { importOrganisations } from '../../api/regions/import-organisations.command.js'
import { createDatabase, openOn } from '../world/world.js'
import { NOW_MS } from './england.js'
import { readPractices } from './practices.js'

type Give = <Input extends WithReason>(
  command: Command<Input, unknown>,
  input: Omit<Input, 'reason'>,
) => Promise<unknown>

const goLive = async (give: Give, code: string, practices: readonly string[]): Promise<void> => {
  const terms = { noticeDaysMin: 84, validitySecondsMax: 3600, obligations: [] }
  await give(createProgramme, { code, name: code, ...terms })
  await give(recordFirstUploads, { programme: code, practices: [...practices], at: NOW })
}

const NOW = toMoment(NOW_MS)

/**
 * Makes a database with a ledger of England: imported, and where years have gone by also live in
 * four programmes and imported once more under other names. Answers its address.
 */
export const createLedger = async (age: 'imported' | 'after years'): Promise<string> => {
  const { source, practices, suppliersFrom } = readPractices()
  const url = await createDatabase(source === 'real' ? 'bodies' : 'demonstration')
  const world = await openOn(url, NOW)
  const change = changesFor(world.maker, operator('bench'))
  const give: Give = (command, input) =>
    change(command, { ...input, reason: 'For the bench.' } as Parameters<typeof change>[1] & never)
  await give(importOrganisations, { practices, suppliersFrom })
  if (age === 'after years') {
    const codes = practices.map(({ odsCode }) => odsCode)
    for (const code of ['P1', 'P2', 'P3', 'P4']) await goLive(give, code, codes)
    const renamed = practices.map((each) => ({ ...each, name: `${each.name}, renamed` }))
    await give(importOrganisations, { practices: renamed, suppliersFrom })
  }
  await world.stop()
  return url
}
