import { pino } from 'pino'
import type { Actor } from '../kernel/actor.js'

/** How much is logged: `info` tells of changes, failures and the database, `debug` of requests. */
export const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

/**
 * The log of this process: lines of JSON on standard output. What it is given are codes, ids and
 * numbers; never a token, nor what a user wrote. Silent until a level is set.
 */
export const log = pino({
  level: 'silent',
  base: null,
  timestamp: () => `,"time":"${new Date().toISOString()}"`,
  formatters: { level: (label) => ({ level: label }) },
})

/** Who acts, for a line of the log. */
export const sayActor = (actor: Actor | null) => {
  if (!actor) return null
  const { issuer, subject, organisation, role } = actor
  return { issuer, subject, organisation, role }
}

/** The id of a request, where it cannot be a text that somebody wants others to read. */
export const sayRequestId = (id: string | null): string | null =>
  id !== null && /^[\w.:-]{1,64}$/.test(id) ? id : null

/** A failure without what was being written: a database's error carries the values with it. */
export const sayFault = (fault: unknown) => {
  const { name, code, stack } = fault as Partial<Error> & { code?: unknown }
  return { name, code, stack: stack ?? String(fault) }
}

/** Tells of a failure that nobody foresaw: in the log, or where that is silent as it is. */
export const logFault = (fault: unknown): void => {
  if (log.isLevelEnabled('error')) log.error({ fault: sayFault(fault) }, 'failed')
  else console.error(fault)
}
