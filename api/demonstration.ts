import { join } from 'node:path'
import { Command, InvalidArgumentError } from 'commander'
import { readConfig, type Config } from './config.js'
import { DEMONSTRATION_BEGINS_MS } from './kernel/clock.js'
import {
  dayOf, isDay, sayMoment, startOfDayMs, toMoment, toMs, type Day, type Moment,
} from './kernel/moment.js'
import { openHoldfast } from './open-holdfast.js'
import { progressBar } from './progress-bar.js'
import { failing, runCommand } from './run-command.js'

/**
 * Plays the demonstration further than a first start does, into a folder of its own. Served from
 * there, its clock goes on from where the playing ended.
 */

const FIRST: Day = dayOf(DEMONSTRATION_BEGINS_MS)
const LAST: Day = '2010-12-31'

const readDay = (text: string): Day => {
  if (!isDay(text)) throw new InvalidArgumentError('It has to be a day, such as 2010-05-05.')
  if (text >= FIRST && text <= LAST) return text
  throw new InvalidArgumentError(`The demonstration can be played until a day from ${FIRST} to ${LAST}.`)
}

const NINE_HOURS_MS = 32_400_000

/** In the morning of the day, as where a demonstration's clock usually begins. */
const untilOf = (day: Day): Moment => toMoment(startOfDayMs(day) + NINE_HOURS_MS)

/** A folder of its own, unless one is named. */
const configFor = (day: Day): Config => {
  const HOLDFAST_DATA = process.env.HOLDFAST_DATA || join('.holdfast', day)
  return readConfig({ ...process.env, HOLDFAST_DATA, HOLDFAST_DEMONSTRATION: 'on' })
}

const sayServed = ({ databaseUrl, dataFolder }: Config): string =>
  databaseUrl
    ? 'Serve it with HOLDFAST_DEMONSTRATION=on npm start and the same DATABASE_URL.'
    : `Serve it with: HOLDFAST_DATA=${dataFolder} npm start`

const play = async ({ until: day }: { until: Day }): Promise<void> => {
  const config = configFor(day)
  const until = untilOf(day)
  const holdfast = await openHoldfast(config, failing, progressBar('Playing England'), until)
  const { sequence } = holdfast.follower.current.head
  await holdfast.close()
  const entries = sequence.toLocaleString('en-GB')
  console.log(`England until ${sayMoment(toMs(until))}, in ${entries} entries of the ledger.`)
  console.log(sayServed(config))
}

const program = new Command('npm run demonstration --')
  .description('Plays the demonstration until the morning of a day, in a new folder.')
  .requiredOption('--until <day>', `from ${FIRST} to ${LAST}`, readDay)

await runCommand(() => play(program.parse().opts<{ until: Day }>()))
