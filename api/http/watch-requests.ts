import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Actor } from '../kernel/actor.js'
import { SECOND_MS } from '../kernel/moment.js'
import { log, sayActor, sayRequestId } from '../watch/log.js'
import { requestSeconds } from '../watch/metrics.js'
import { requestIdOf } from './request-ids.js'

const actors = new WeakMap<IncomingMessage, Actor>()

/** Says on whose behalf a request came, for its line in the log. */
export const noteActor = (request: IncomingMessage, actor: Actor | null): void => {
  if (actor && log.isLevelEnabled('info')) actors.set(request, actor)
}

/** Measures a request that has been answered; logs it, at `info` where it failed. */
export const watchRequest = (
  request: IncomingMessage,
  { statusCode }: ServerResponse,
  path: string,
  sinceMs: number,
): void => {
  const ms = performance.now() - sinceMs
  requestSeconds.observe({ path, status: statusCode }, ms / SECOND_MS)
  const level = statusCode < 400 ? 'debug' : 'info'
  if (!log.isLevelEnabled(level)) return
  const actor = sayActor(actors.get(request) ?? null)
  const requestId = sayRequestId(requestIdOf(request))
  const line = { requestId, actor, method: request.method, path, status: statusCode, ms }
  log[level](line, 'request')
}
