/** How often each client may do what, in a minute. */
export interface Budgets {
  /** Requests of a caller with a token. One that asks for much counts as several. */
  readonly requests: number
  /** Requests from one address without a token, or with one that does not count. */
  readonly anonymousRequests: number
  readonly changes: number
  readonly previews: number
}

export const BUDGETS: Budgets = {
  requests: 30_000,
  anonymousRequests: 1_200,
  changes: 300,
  previews: 60,
}
