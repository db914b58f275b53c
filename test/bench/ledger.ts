import type { Command, WithReason } from '../../api/access/change.js'
import { recordFirstUploads } from '../../api/breaches/record-first-uploads.command.js'
import { changesFor } from '../../api/changes/make-change.js'
import { operator } from '../../api/kernel/actor.js'
import { toMoment } from '../../api/kernel/moment.js'
import { createProgramme } from '../../api/regions/create-programme.command.js'
import { importOrganisations } from '../../api/regions/import-organisations.command.js'
import { ADMIN, createDatabase, openOn, type OpenWorld } from '../world/world.js'
import { NOW_MS } from './england.js'
import { readPractices } from './practices.js'

const NOW = toMoment(NOW_MS)
const REASON = { reason: 'For the bench.' }
const PROGRAMMES = ['P1', 'P2', 'P3', 'P4']

/** Gives a command as whoever may give it. */
const give = <Input extends WithReason>(
  { maker }: OpenWorld,
  command: Command<Input, unknown>,
  input: Input,
): Promise<unknown> => {
  const actor = command.name === 'importOrganisations' ? operator('bench') : ADMIN
  return changesFor(maker, actor)(command, input)
}

const goLive = async (world: OpenWorld, code: string, practices: string[]): Promise<void> => {
  const terms = { noticeDaysMin: 84, validitySecondsMax: 3600, obligations: [] }
  await give(world, createProgramme, { code, name: code, ...terms, ...REASON })
  await give(world, recordFirstUploads, { programme: code, practices, at: NOW, ...REASON })
}

/**
 * Makes a database with a ledger of England: imported, and after years also live in four
 * programmes and imported once more under other names. Answers its address.
 */
export const createLedger = async (age: 'imported' | 'after years'): Promise<string> => {
  const { source, practices, suppliersFrom } = readPractices()
  const url = await createDatabase(source === 'real' ? 'bodies' : 'demonstration')
  const world = await openOn(url, NOW)
  await give(world, importOrganisations, { practices, suppliersFrom, ...REASON })
  if (age === 'after years') {
    const codes = practices.map(({ odsCode }) => odsCode)
    for (const code of PROGRAMMES) await goLive(world, code, codes)
    const renamed = practices.map((each) => ({ ...each, name: `${each.name}, renamed` }))
    await give(world, importOrganisations, { practices: renamed, suppliersFrom, ...REASON })
  }
  await world.stop()
  return url
}
