import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../api/config.js'
import { NO_TRUST } from '../../api/configured-issuers.js'
import { BuiltConsole } from '../../api/http/built-console.js'
import { signInOf } from '../../api/sign-in.js'
import { serve, type Served } from '../access/served.js'
import { createDatabase, dropDatabase, openOn, type OpenWorld } from '../world/world.js'

/** Ten in the morning in London, where the demonstration begins. */
export const BEGINS = '2010-04-22T09:00:00.000Z'

/** Everything that a console in a browser speaks to: the demonstration, served as it is used. */
export interface Site {
  readonly address: string
  readonly world: OpenWorld
  close(): Promise<void>
}

/**
 * Serves the demonstration on a database of its own, with the console and those who sign in. The
 * console asks a gateway, where one is named.
 */
export const openSite = async (asking: { gateway?: string } = {}): Promise<Site> => {
  const builtConsole = BuiltConsole.in('dist/console')
  if (!builtConsole) throw new Error('No console was built: `node build.js --console` builds it.')
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-console-'))
  const url = await createDatabase('demonstration')
  const world = await openOn(url, BEGINS)
  const config = readConfig({ HOLDFAST_DATA: folder })
  const signIn = await signInOf(config, NO_TRUST, world.database)
  const served: Served = await serve(world, [], { signIn, builtConsole, ...asking })
  return {
    address: served.address,
    world,
    close: async () => {
      await served.close()
      await world.stop()
      await dropDatabase(url)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
