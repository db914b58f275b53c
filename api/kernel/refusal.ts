/** Stable codes of what Holdfast refuses, as they stand in `extensions.code`. */
export const RefusalCode = {
  UNAUTHENTICATED: 'No valid token came with a request that needs one.',
  ISSUER_UNAVAILABLE: 'The issuer of the token cannot be asked for its keys at the moment.',
  FORBIDDEN: 'This role, organisation or region may not do or read this.',
  NOT_FOUND: 'Nothing of that kind has this code or id.',
  INVALID_INPUT: 'A value is of the wrong form, or values contradict each other.',
  STALE_VERSION: 'The thing has changed since the version the edit was based on.',
  ALREADY_EXISTS: 'A thing with this code exists.',
  ALREADY_STARTED: 'The rollout has started.',
  ALREADY_ENDED: 'The rollout, the suspension or the proposal has ended.',
  ALREADY_SUPERSEDED: 'Another assurance has taken the place of this one.',
  ALREADY_WITHDRAWN: 'The agreement or assurance was withdrawn.',
  ALREADY_CLOSED: 'The consultation has closed: nobody may answer any more.',
  ALREADY_CONCLUDED: 'The consultation has its outcome, which is never edited.',
  ALREADY_RECEIVED: 'The planned mailing has been recorded as received.',
  ALREADY_REPORTED: 'The request has reported the same upload already, and it is kept.',
  ALREADY_VOIDED: 'The mailing was found to be recorded in error.',
  STILL_OPEN: 'The consultation is still open, and has no outcome yet.',
  TOO_SHORT: 'The consultation would be shorter than is allowed without clearance.',
  IN_PURDAH: 'A pre-election period forbids the act, and no exemption is named.',
  ALREADY_DECIDED: 'The dispensation was granted or refused.',
  CONDITIONS_UNMET: 'A condition of the suspension is not met everywhere.',
  SUSPENDED: 'A binding suspension forbids the act.',
  OWN_PROPOSAL: 'Nobody signs what they proposed themselves.',
  ALREADY_SIGNED: 'Nobody signs twice.',
  NOT_ASKED: 'The proposal does not wait for this signature.',
  UNCHANGED: 'The edit would change nothing.',
  REQUEST_ID_REQUIRED: 'The request needs an X-Request-ID header that is a UUID.',
  REQUEST_ID_INVALID: 'The X-Request-ID header is no UUID.',
  REQUEST_ID_REUSED: 'Another request was made with this X-Request-ID.',
  LIMIT_REACHED: 'There are as many of these as you may have at once.',
  NO_RECEIPTS: 'This Holdfast has no key to sign receipts with.',
  ANSWER_LOST: 'The request of this X-Request-ID was carried out, and its answer was not kept.',
  BUSY: 'Other changes held the lock for five seconds, or too many previews wait.',
  RATE_LIMITED: 'The caller asks more often than it may. Retry-After says when it may again.',
  BAD_REQUEST: 'What was sent is no request to GraphQL.',
  BATCH_REFUSED: 'Several requests were sent as one list.',
  REQUEST_TOO_LARGE: 'The body has more bytes than a request may have.',
  VARIABLES_TOO_DEEP: 'The body is nested deeper than any request needs.',
  QUERY_TOO_LONG: 'The document has more words and signs than a request may have.',
  QUERY_TOO_DEEP: 'The document is nested deeper than a request may be.',
  TOO_MANY_ALIASES: 'The document names more fields anew than a request may.',
  TOO_MANY_DIRECTIVES: 'The document has more directives than a request may have.',
  QUERY_TOO_COSTLY: 'The request asks for more than one request may.',
} as const
export type RefusalCode = keyof typeof RefusalCode

/** Stable codes that GraphQL and HTTP give by themselves, and that of our own failure. */
export const ProtocolCode = {
  GRAPHQL_PARSE_FAILED: 'The query is no GraphQL; `locations` says where.',
  GRAPHQL_VALIDATION_FAILED: 'The query asks for what the schema has not, or has a wrong value.',
  OPERATION_RESOLUTION_FAILURE: 'The query has several operations, and none is named, or another.',
  BAD_USER_INPUT: 'A variable is missing, or has not the form of its type.',
  METHOD_NOT_ALLOWED: 'Beside GraphQL only GET and HEAD are answered.',
  PERSISTED_QUERY_NOT_FOUND: 'A query was named by its hash. Send its text.',
  PERSISTED_QUERY_NOT_SUPPORTED: 'A query was named by its hash. Send its text.',
  INTERNAL_SERVER_ERROR: 'Holdfast failed. What failed is in its log; ask again later.',
} as const
export type ProtocolCode = keyof typeof ProtocolCode

/** Every code that an error may have. */
export type ErrorCode = RefusalCode | ProtocolCode

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
