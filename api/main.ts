import { isIPv6, type AddressInfo } from 'node:net'
import type { Server } from 'node:http'
import { Authenticator } from './access/authenticate.js'
import { CannotStart, readConfig, type Config } from './config.js'
import { NO_TRUST, readTrust, type Trust } from './configured-issuers.js'
import { enterConfiguration } from './enter-configuration.js'
import { demonstrationIssuer, signToken } from './issuers.js'
import { Rates } from './http/rates.js'
import { operator } from './kernel/actor.js'
import { openHoldfast, type Holdfast, type Progress } from './open-holdfast.js'
import { progressBar } from './progress-bar.js'
import { refuseOpenSignIn, signInOf } from './sign-in.js'
import { apolloOn, createHttpServer } from './server.js'
import { buildSchema } from './schema.js'
import { readReceiptKeys } from './receipt-keys.js'
import { runCommand } from './run-command.js'

const TOKEN_HOURS = 12
const CLOSE_WITHIN_MS = 10_000

const listen = (server: Server, { host, port }: Config): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', ({ code, message }: NodeJS.ErrnoException) => {
      const why =
        code === 'EADDRINUSE'
          ? `Port ${port} of ${host} is in use. Stop what uses it, or set PORT to another.`
          : `Holdfast cannot listen on ${host}:${port}: ${message}`
      reject(new CannotStart(why))
    })
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port))
  })

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

const stop = (server: Server, holdfast: Holdfast): void => {
  stopWithin(CLOSE_WITHIN_MS)
  server.close()
  server.closeAllConnections()
  holdfast.close().then(
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
    console.error(`${what}: ${why}`)
  },
}

const playing = (signal: AbortSignal): Progress => {
  const progress = progressBar('Playing the demonstration')
  return (...step) => {
    refuseIfStopped(signal)
    progress(...step)
  }
}

const start = async (): Promise<void> => {
  const signal = signalToStop()
  const config = readConfig(process.env)
  const trust = config.issuersFile ? readTrust(config.issuersFile) : NO_TRUST
  refuseOpenSignIn(config, trust)
  const authenticator = new Authenticator(await issuersOf(trust, config))
  const holdfast = await openHoldfast(config, follow, playing(signal))
  try {
    await enterConfiguration(holdfast, operator(config.operatorName), trust)
    const apollo = apolloOn(buildSchema())
    apollo.startInBackgroundHandlingStartupErrorsByLoggingAndFailingAllRequests()
    const maker = { ...holdfast, receiptKeys: await readReceiptKeys(config) }
    const rates = new Rates(config.budgets, config.proxies)
    const signIn = await signInOf(config, trust, holdfast.database)
    const answering = { maker, authenticator, apollo, rates }
    const server = createHttpServer(answering, signIn?.server)
    const port = await listen(server, config)
    refuseIfStopped(signal)
    signal.addEventListener('abort', () => stop(server, holdfast))
    const address = `http://${isIPv6(config.host) ? `[${config.host}]` : config.host}:${port}`
    if (signIn) authenticator.trust(signIn.trustedAt(config.origin ?? address))
    console.log(`Holdfast answers at ${address}/graphql, and shows itself at ${address}/graphiql`)
    if (config.demonstration) await sayWhatToTry(address, config)
  } catch (error) {
    await holdfast.close()
    throw error
  }
}

await runCommand(start)
