import { readFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join, resolve } from 'node:path'
import type { MailConfig } from './events/mail.js'
import { BUDGETS, type Budgets } from './http/budgets.js'
import { LOG_LEVELS, type LogLevel } from './watch/log.js'

/** What keeps Holdfast from starting, in one line for whoever runs it. */
export class CannotStart extends Error {
  override name = 'CannotStart'

  constructor(message: string, options?: ErrorOptions) {
    // What others say, and we quote, may have several lines.
    super(message.replaceAll(/\s+/g, ' ').trim(), options)
  }
}

/** How Holdfast is run. Everything comes from the environment. */
export interface Config {
  /** A PostgreSQL to use, or null for the embedded one. */
  readonly databaseUrl: string | null
  /** The same as the owner of its tables, or null where DATABASE_URL names the owner. */
  readonly databaseOwnerUrl: string | null
  readonly dataFolder: string
  readonly demonstration: boolean
  readonly host: string
  readonly port: number
  /** The address that others reach it by, or null for HOST and PORT. */
  readonly origin: string | null
  /** The gateway that the console asks, or null for Holdfast itself. */
  readonly gateway: string | null
  /** The file that names the issuers whose tokens count, or null for none. */
  readonly issuersFile: string | null
  readonly logLevel: LogLevel
  /** How mail is sent, and to whom; or null for not at all. */
  readonly mail: MailConfig | null
  /** Where metrics are told, or null for nowhere. */
  readonly metrics: { readonly host: string; readonly port: number } | null
  /** How often each client may do what. */
  readonly budgets: Budgets
  /** How many proxies stand before it, and say who asked them. */
  readonly proxies: number
  /** The file of the keys that sign receipts, or null for none. */
  readonly receiptKeyFile: string | null
  /** Whether that file is Holdfast's own, to be made at its first start. */
  readonly receiptKeyIsOwn: boolean
  /** Who starts it, for the ledger. */
  readonly operatorName: string
}

const PORT_MAX = 65_535

const LOOPBACK = '127.0.0.1'

const readPort = (name: string, text: string): number => {
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= PORT_MAX) return port
  throw new CannotStart(`${name} is "${text}"; it has to be a number from 0 to ${PORT_MAX}.`)
}

/** A demonstration speaks to whoever started it by hand; a log among that would be in the way. */
const readLogLevel = (text: string | undefined, demonstration: boolean): LogLevel => {
  if (!text) return demonstration ? 'silent' : 'info'
  const level = LOG_LEVELS.find((each) => each === text)
  if (level) return level
  throw new CannotStart(`LOG_LEVEL is "${text}"; it has to be one of ${LOG_LEVELS.join(', ')}.`)
}

const readMetrics = ({ METRICS_HOST, METRICS_PORT }: NodeJS.ProcessEnv): Config['metrics'] =>
  METRICS_PORT
    ? { host: METRICS_HOST || LOOPBACK, port: readPort('METRICS_PORT', METRICS_PORT) }
    : null

/** A whole number from the environment, or what is usual. */
const readCount = (env: NodeJS.ProcessEnv, name: string, usual: number, least: number): number => {
  const text = env[name] || String(usual)
  const count = Number(text)
  if (/^\d{1,9}$/.test(text) && count >= least) return count
  throw new CannotStart(`${name} is "${text}"; it has to be a number from ${least} on.`)
}

const readBudgets = (env: NodeJS.ProcessEnv): Budgets => ({
  requests: readCount(env, 'HOLDFAST_REQUESTS_A_MINUTE', BUDGETS.requests, 1),
  anonymousRequests: readCount(
    env, 'HOLDFAST_ANONYMOUS_REQUESTS_A_MINUTE', BUDGETS.anonymousRequests, 1,
  ),
  changes: readCount(env, 'HOLDFAST_CHANGES_A_MINUTE', BUDGETS.changes, 1),
  previews: readCount(env, 'HOLDFAST_PREVIEWS_A_MINUTE', BUDGETS.previews, 1),
})

const readSwitch = (name: string, text: string | undefined, usual: boolean): boolean => {
  if (!text) return usual
  if (text === 'on' || text === 'off') return text === 'on'
  throw new CannotStart(`${name} is "${text}"; it has to be on or off.`)
}

const readUrl = (name: string, text: string | undefined): string | null => {
  if (!text) return null
  if (/^postgres(ql)?:\/\//.test(text) && URL.canParse(text)) return text
  throw new CannotStart(`${name} has to look like postgres://user:password@host:5432/name.`)
}

const isAddresses = (value: unknown): value is MailConfig['addresses'] =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every(
    (each) => Array.isArray(each) && each.every((to) => typeof to === 'string' && /@/.test(to)),
  )

const readAddresses = (file: string): MailConfig['addresses'] => {
  let value: unknown
  try {
    value = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new CannotStart(`${file} cannot be read as JSON: ${(error as Error).message}`)
  }
  if (isAddresses(value)) return value
  throw new CannotStart(`${file} has to be like { "BMA/GPC": ["gpc@example.org"] }.`)
}

const readMail = (env: NodeJS.ProcessEnv): MailConfig | null => {
  const { MAIL_URL, MAIL_FROM, MAIL_ADDRESSES } = env
  if (!MAIL_URL) return null
  if (!/^smtps?:\/\//.test(MAIL_URL) || !URL.canParse(MAIL_URL)) {
    throw new CannotStart('MAIL_URL has to look like smtps://user:password@mail.example:465.')
  }
  if (!MAIL_FROM || !MAIL_ADDRESSES) {
    throw new CannotStart(
      'MAIL_URL needs MAIL_FROM, the sender, and MAIL_ADDRESSES, a file of who is mailed, as well.',
    )
  }
  return { url: MAIL_URL, from: MAIL_FROM, addresses: readAddresses(MAIL_ADDRESSES) }
}

/**
 * With a database of its own, Holdfast keeps its keys beside it. Where several processes share a
 * database, each would sign with another key: there it is told which.
 */
const receiptKeys = (
  { HOLDFAST_RECEIPT_KEY }: NodeJS.ProcessEnv,
  { databaseUrl, dataFolder }: Pick<Config, 'databaseUrl' | 'dataFolder'>,
): Pick<Config, 'receiptKeyFile' | 'receiptKeyIsOwn'> => {
  if (HOLDFAST_RECEIPT_KEY) return { receiptKeyFile: HOLDFAST_RECEIPT_KEY, receiptKeyIsOwn: false }
  if (databaseUrl) return { receiptKeyFile: null, receiptKeyIsOwn: false }
  return { receiptKeyFile: join(dataFolder, 'receipt-keys.json'), receiptKeyIsOwn: true }
}

const readOrigin = (text: string | undefined): string | null => {
  if (!text) return null
  if (/^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text) return text
  throw new CannotStart(
    `HOLDFAST_ORIGIN is "${text}"; it has to look like https://holdfast.example, without a path.`,
  )
}

const readGateway = (text: string | undefined): string | null => {
  if (!text) return null
  const url = URL.canParse(text) ? new URL(text) : null
  if (url && /^https?:$/.test(url.protocol) && !url.username && !url.password) return url.href
  throw new CannotStart(
    'HOLDFAST_GATEWAY has to look like https://gateway.example/graphql, without a name or password.',
  )
}

const ownName = (): string => {
  try {
    return userInfo().username
  } catch {
    // A user without a name, as in some containers, still has a number.
    return String(process.getuid?.() ?? 'operator')
  }
}

/** Reads the environment, or throws `CannotStart`. */
export const readConfig = (env: NodeJS.ProcessEnv): Config => {
  const databaseUrl = readUrl('DATABASE_URL', env.DATABASE_URL)
  const demonstration = readSwitch(
    'HOLDFAST_DEMONSTRATION',
    env.HOLDFAST_DEMONSTRATION,
    databaseUrl === null,
  )
  const dataFolder = resolve(env.HOLDFAST_DATA || '.holdfast')
  return {
    databaseUrl,
    databaseOwnerUrl: readUrl('DATABASE_OWNER_URL', env.DATABASE_OWNER_URL),
    dataFolder,
    demonstration,
    host: env.HOST || LOOPBACK,
    port: readPort('PORT', env.PORT || '4000'),
    origin: readOrigin(env.HOLDFAST_ORIGIN),
    gateway: readGateway(env.HOLDFAST_GATEWAY),
    issuersFile: env.HOLDFAST_ISSUERS || null,
    logLevel: readLogLevel(env.LOG_LEVEL, demonstration),
    metrics: readMetrics(env),
    mail: readMail(env),
    budgets: readBudgets(env),
    proxies: readCount(env, 'HOLDFAST_PROXIES', 0, 0),
    ...receiptKeys(env, { databaseUrl, dataFolder }),
    operatorName: ownName(),
  }
}
