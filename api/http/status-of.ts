import { HeaderMap } from '@apollo/server'
import type { Refusal, RefusalCode } from '../kernel/refusal.js'

/** The status of what is refused as a request. What a resolver refuses is 200: GraphQL ran. */
export const STATUS: Partial<Record<RefusalCode, number>> = {
  BAD_REQUEST: 400,
  BATCH_REFUSED: 400,
  REQUEST_TOO_LARGE: 413,
  VARIABLES_TOO_DEEP: 400,
  QUERY_TOO_COSTLY: 400,
  REQUEST_ID_INVALID: 400,
  REQUEST_ID_REUSED: 422,
  ANSWER_LOST: 409,
  RATE_LIMITED: 429,
}

/** The status and headers of the answer to a refused request; undefined for other refusals. */
export const headOf = (refusal: Refusal): { status: number; headers: HeaderMap } | undefined => {
  const status = STATUS[refusal.code]
  if (status === undefined) return undefined
  const headers = new HeaderMap()
  const { retryAfterSeconds } = refusal.details
  if (typeof retryAfterSeconds === 'number') headers.set('retry-after', String(retryAfterSeconds))
  return { status, headers }
}
