import { Client } from 'pg'
import type { ChangeMaker } from './changes/make-change.js'
import { CannotStart, type Config } from './config.js'
import { databaseServer, sayUnreachable, type DatabaseServer } from './database-server.js'
import { applicationConnection, migrate, openDatabase } from './data-source.js'
import { playDemonstration } from './demonstration/play.js'
import { demonstrationClock, realClock, type Clock } from './kernel/clock.js'
import { invariant } from './kernel/invariant.js'
import { toMs, type Moment } from './kernel/moment.js'
import { operator } from './kernel/actor.js'
import { openReal } from './open-real.js'
import { Follower, type FollowerEvents } from './register/follower.js'
import type { Register } from './register/register.js'

/** A Holdfast on its database, ready to answer. */
export interface Holdfast extends ChangeMaker {
  readonly demonstration: boolean
  close(): Promise<void>
}

/** Told of steps done, of all there are. */
export type Progress = (done: number, all: number, what: string) => void

/** A demonstration's register is opened by its clock alone, and no other register by it. */
const refuseOtherClock = (register: Register, { demonstration }: Config): void => {
  if (register.head.sequence === 0 || register.demonstration === demonstration) return
  throw new CannotStart(
    register.demonstration
      ? 'This database holds a demonstration. Set HOLDFAST_DEMONSTRATION=on, or use another.'
      : 'This database holds a real register. Set HOLDFAST_DEMONSTRATION=off, or use another.',
  )
}

/** What is to be played from the beginning is played nowhere else. */
const refuseRegister = ({ head }: Register, { databaseUrl, dataFolder }: Config): void => {
  if (head.sequence === 0) return
  const where = databaseUrl ? 'The database of DATABASE_URL' : dataFolder
  throw new CannotStart(`${where} already holds a register: set HOLDFAST_DATA to a new folder.`)
}

const clockOf = (register: Register): Clock => {
  const installation = register.get('installation', 'HOLDFAST')
  invariant(installation, 'a register without its first entry')
  const { clockBeganAt, firstStartedAt } = installation
  if (clockBeganAt === null) return realClock
  return demonstrationClock(toMs(clockBeganAt), toMs(firstStartedAt))
}

/** Held while a register is opened, so that two processes do not play one demonstration. */
const OPENING_LOCK = 0x486f6c66

const whileAlone = async (url: string, work: () => Promise<void>): Promise<void> => {
  const client = new Client(applicationConnection(url))
  // Where this connection breaks, the work's own has broken too, and fails by itself.
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [OPENING_LOCK])
    await work()
  } finally {
    await client.end()
  }
}

const openOn = async (
  server: DatabaseServer,
  config: Config,
  events: FollowerEvents,
  progress: Progress,
  playedUntil: Moment | null,
): Promise<Holdfast> => {
  const opened: (() => Promise<void>)[] = [() => server.stop()]
  const close = async (): Promise<void> => {
    for (const each of opened.splice(0).reverse()) await each()
  }
  try {
    await migrate(server)
    const database = await openDatabase(server.url)
    opened.push(() => database.destroy())
    const follower = new Follower(applicationConnection(server.url), events)
    opened.push(() => follower.stop())
    await whileAlone(server.url, async () => {
      await follower.start()
      if (playedUntil !== null) refuseRegister(follower.current, config)
      refuseOtherClock(follower.current, config)
      const actor = operator(config.operatorName)
      const opening = { database, follower, actor, clock: realClock }
      if (config.demonstration) await playDemonstration(opening, progress, playedUntil ?? undefined)
      else await openReal(opening)
    })
    const clock = clockOf(follower.current)
    return { database, follower, clock, demonstration: config.demonstration, close }
  } catch (error) {
    await close()
    throw error
  }
}

/**
 * Opens Holdfast on its database, which is made ready first; throws `CannotStart`. A demonstration
 * that is to be played until a moment is played on an empty database alone.
 */
export const openHoldfast = async (
  config: Config,
  events: FollowerEvents,
  progress: Progress,
  playedUntil: Moment | null = null,
): Promise<Holdfast> => {
  try {
    const server = await databaseServer(config)
    return await openOn(server, config, events, progress, playedUntil)
  } catch (error) {
    throw error instanceof CannotStart ? error : sayUnreachable(config, error)
  }
}
