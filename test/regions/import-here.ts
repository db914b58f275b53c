import { changesFor } from '../../api/changes/make-change.js'
import { operator } from '../../api/kernel/actor.js'
import { importOrganisations } from '../../api/regions/import-organisations.command.js'
import { readOds, type OdsFiles } from '../../api/regions/ods-files.js'
import type { World } from '../world/world.js'

/** What the command imports, in this process and at the world's time. */
export const importHere = async ({ maker }: World, files: OdsFiles) => {
  const { practices } = readOds(files)
  const input = { practices, reason: 'For a test of the import.' }
  return (await changesFor(maker, operator('tests'))(importOrganisations, input)).done
}
