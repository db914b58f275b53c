import { fileURLToPath } from 'node:url'
import { createServer, isIPv6, type AddressInfo, type Server as NetServer } from 'node:net'
import type { Server } from 'node:http'
import { Authenticator } from './access/authenticate.js'
import { CannotStart, type Config } from './config.js'
import { formatError } from './format-error.js'
import { Streams } from './http/stream.js'
import { Teller } from './events/teller.js'
import { realClock } from './kernel/clock.js'
import { NO_TRUST, readTrust, type Trust } from './configured-issuers.js'
import { enterConfiguration } from './enter-configuration.js'
import { demonstrationIssuer, signToken } from './issuers.js'
import { BuiltConsole } from './http/built-console.js'
import { Rates } from './http/rates.js'
import { operator } from './kernel/actor.js'
import { openHoldfast, type Holdfast, type Progress } from './open-holdfast.js'
import { progressBar } from './progress-bar.js'
import { refuseOpenSignIn, signInOf } from './sign-in.js'
import { apolloOn, createHttpServer, type Beside } from './server.js'
import { buildSchema } from './schema.js'
import { createMetricsServer } from './http/metrics-server.js'
import type { Answering } from './http/graphql.js'
import { readReceiptKeys } from './receipt-keys.js'
import { log } from './watch/log.js'

const TOKEN_HOURS = 12
const CLOSE_WITHIN_MS = 10_000

/** Where the console is built to: beside the compiled code. */
const CONSOLE = fileURLToPath(new URL('../console', import.meta.url))

interface Address {
  readonly host: string
  readonly port: number
  /** The setting that names the port. */
  readonly setting: string
}

const listen = (server: NetServer, { host, port, setting }: Address): Promise<string> =>
  new Promise((resolve, reject) => {
    server.once('error', ({ code, message }: NodeJS.ErrnoException) => {
      const why =
        code === 'EADDRINUSE'
          ? `Port ${port} of ${host} is in use. Stop what uses it, or set ${setting} to another.`
          : `Holdfast cannot listen on ${host}:${port}: ${message}`
      reject(new CannotStart(why))
    })
    server.listen(port, host, () => {
      const { port: given } = server.address() as AddressInfo
      resolve(`http://${isIPv6(host) ? `[${host}]` : host}:${given}`)
    })
  })

/** A port in use is told at once, and not after the demonstration has been played. */
const refuseTakenPort = async ({ host, port }: Config): Promise<void> => {
  const probe = createServer()
  await listen(probe, { host, port, setting: 'PORT' })
  await new Promise((resolve) => probe.close(resolve))
}

/** Says what whoever started it should know: as a line of the log, or to whoever reads along. */
const say = (text: string): void => {
  if (log.isLevelEnabled('info')) log.info(text)
  else console.log(text)
}

const issuersOf = async ({ issuers }: Trust, { demonstration, dataFolder }: Config) => [
  ...issuers,
  ...(demonstration ? [await demonstrationIssuer(dataFolder)] : []),
]

const sayWhatToTry = async (address: string, { dataFolder }: Config): Promise<void> => {
  const claims = { subject: 'emis', role: 'PARTNER', organisation: 'EMIS', supplier: 'EMIS' }
  const token = await signToken(dataFolder, claims, TOKEN_HOURS)
  const query = '{ ruling(practice: "DEMO1513") { outcome reasons { code message remedy } } }'
  console.log(`
May this practice upload? Ask as its supplier, with a token that lasts ${TOKEN_HOURS} hours:

curl ${address}/graphql -H 'content-type: application/json' \\
  -H 'authorization: Bearer ${token}' \\
  -d '${JSON.stringify({ query })}'
`)
}

/** Falls at the first signal to stop. A second one stops the process there and then. */
const signalToStop = (): AbortSignal => {
  const controller = new AbortController()
  process.once('SIGINT', () => controller.abort())
  process.once('SIGTERM', () => controller.abort())
  return controller.signal
}

/** A start that is to stop fails like any other: what it opened is closed, PostgreSQL with it. */
const refuseIfStopped = ({ aborted }: AbortSignal): void => {
  if (aborted) throw new CannotStart('Stopped while starting; the next start goes on from here.')
}

/** A database that does not answer keeps nobody from stopping. */
const stopWithin = (ms: number): void => {
  const giveUp = (): void => {
    console.error('The database does not answer; Holdfast stops without taking leave of it.')
    process.exit(1)
  }
  setTimeout(giveUp, ms).unref()
}

/** What is to be closed, in the order in which it is. */
interface Started {
  readonly servers: readonly Server[]
  readonly streams: Streams
  readonly teller: Teller
  readonly holdfast: Holdfast
}

const stop = ({ servers, streams, teller, holdfast }: Started): void => {
  stopWithin(CLOSE_WITHIN_MS)
  for (const server of servers) server.close()
  const close = async (): Promise<void> => {
    await streams.close()
    for (const server of servers) server.closeAllConnections()
    await teller.stop()
    await holdfast.close()
  }
  close().then(
    () => process.exit(0),
    (error: unknown) => {
      console.error(error)
      process.exit(1)
    },
  )
}

const follow = {
  onFatal: (error: Error): void => {
    console.error(error.message)
    process.exit(1)
  },
  onReach: (reachable: boolean, why: string): void => {
    const what = reachable ? 'The database answers again' : 'The database does not answer'
    if (log.isLevelEnabled('warn')) log.warn({ why }, what)
    else console.error(`${what}: ${why}`)
  },
}

const playing = (signal: AbortSignal): Progress => {
  const progress = progressBar('Playing the demonstration')
  return (...step) => {
    refuseIfStopped(signal)
    progress(...step)
  }
}

/** What is served, and the address of the API. */
const serve = async (
  config: Config,
  answering: Answering,
  beside: Beside,
): Promise<{ servers: Server[]; address: string }> => {
  const server = createHttpServer(answering, beside)
  const { host, port, metrics } = config
  const address = await listen(server, { host, port, setting: 'PORT' })
  if (!metrics) return { servers: [server], address }
  const metricsServer = createMetricsServer(answering.maker)
  const told = await listen(metricsServer, { ...metrics, setting: 'METRICS_PORT' })
  say(`Metrics are at ${told}/metrics`)
  return { servers: [server, metricsServer], address }
}

/** Starts Holdfast as its settings say, until a signal stops it. */
export const start = async (config: Config): Promise<void> => {
  const signal = signalToStop()
  log.level = config.logLevel
  const trust = config.issuersFile ? readTrust(config.issuersFile) : NO_TRUST
  refuseOpenSignIn(config, trust)
  await refuseTakenPort(config)
  const authenticator = new Authenticator(await issuersOf(trust, config))
  const holdfast = await openHoldfast(config, follow, playing(signal))
  try {
    await enterConfiguration(holdfast, operator(config.operatorName), trust)
    const schema = buildSchema()
    const apollo = apolloOn(schema)
    apollo.startInBackgroundHandlingStartupErrorsByLoggingAndFailingAllRequests()
    const keys = { receiptKeys: await readReceiptKeys(config) }
    const maker = { ...holdfast, ...keys, trust: authenticator }
    const rates = new Rates(config.budgets, config.proxies)
    const signIn = await signInOf(config, trust, holdfast.database)
    const streams = new Streams({ maker, authenticator, rates, schema, formatError })
    const answering = { maker, authenticator, apollo, rates, streams }
    const builtConsole = BuiltConsole.in(CONSOLE)
    const beside = { signIn: signIn?.server, builtConsole, gateway: config.gateway }
    const { servers, address } = await serve(config, answering, beside)
    refuseIfStopped(signal)
    if (signIn) authenticator.trust(signIn.trustedAt(config.origin ?? address))
    // After all whose tokens count are known: whoever they vouch for is told, and nobody else.
    const teller = new Teller({ maker, real: realClock, mail: config.mail })
    teller.start()
    signal.addEventListener('abort', () => stop({ servers, streams, teller, holdfast }))
    const shown = builtConsole ? '/' : '/graphiql'
    say(`Holdfast answers at ${address}/graphql, and shows itself at ${address}${shown}`)
    if (config.demonstration) await sayWhatToTry(address, config)
  } catch (error) {
    await holdfast.close()
    throw error
  }
}
