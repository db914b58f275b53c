/** Stable codes of what Holdfast refuses, as they stand in `extensions.code`. */
export const RefusalCode = {
  UNAUTHENTICATED: 'No valid token came with a request that needs one.',
  FORBIDDEN: 'This role, organisation or region may not do or read this.',
  NOT_FOUND: 'Nothing of that kind has this code or id.',
  INVALID_INPUT: 'A value is of the wrong form, or values contradict each other.',
  STALE_VERSION: 'The thing has changed since the version the edit was based on.',
  ALREADY_EXISTS: 'A thing with this code exists.',
  ALREADY_STARTED: 'The rollout has started.',
  ALREADY_ENDED: 'The rollout or suspension has ended.',
  SUSPENDED: 'A binding suspension forbids the act.',
  UNCHANGED: 'The edit would change nothing.',
  REQUEST_ID_REQUIRED: 'The request needs an X-Request-ID header that is a UUID.',
  REQUEST_ID_REUSED: 'Another request was made with this X-Request-ID.',
  BUSY: 'Other changes held the lock for five seconds.',
} as const
export type RefusalCode = keyof typeof RefusalCode

/** The programme's no: coded, worded for its reader, and kept when a change was asked for. */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    message: string,
    /** Facts a client can act on, such as the suspension in the way. JSON only. */
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message)
    this.name = 'Refusal'
  }
}

/** A refusal of a value, naming the field of the input it stands in. */
export const invalid = (field: string, message: string): Refusal =>
  new Refusal('INVALID_INPUT', message, { field })
