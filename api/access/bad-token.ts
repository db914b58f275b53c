import { Refusal } from '../kernel/refusal.js'

/** The refusal of a token, with what is wrong with it. */
export const badToken = (why: string): Refusal =>
  new Refusal('UNAUTHENTICATED', `The bearer token is not valid: ${why}.`)
