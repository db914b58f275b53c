import { HttpError } from 'react-admin'

/** Which field of an input broke which rules, in the API's words. */
interface FieldComplaint {
  readonly field: string
  readonly rules: readonly string[]
}

interface Told {
  readonly code?: string
  readonly field?: string
  readonly validationErrors?: readonly FieldComplaint[]
  readonly [detail: string]: unknown
}

/** Holdfast's no, with its code and what it tells besides; react-admin knows it by its status. */
export class Refused extends HttpError {
  constructor(
    message: string,
    status: number,
    readonly told: Told = {},
  ) {
    super(message, status, told)
    // An HttpError makes itself one and nothing more.
    Object.setPrototypeOf(this, Refused.prototype)
    this.name = 'Refused'
  }

  get code(): string | undefined {
    return this.told.code
  }

  /** The fields complained of. A refusal of one value names its field and has one message. */
  get complaints(): readonly FieldComplaint[] {
    const { field, validationErrors } = this.told
    const told = validationErrors ?? (field ? [{ field, rules: [this.message] }] : [])
    // What has not the form of its type is told by its place among the variables.
    return told.map((each) => ({ ...each, field: each.field.replace(/^input\./, '') }))
  }
}

/** Nothing answered: the request may or may not have arrived. */
export class Unreachable extends Error {
  override name = 'Unreachable'

  constructor() {
    super('Holdfast cannot be reached. What you typed is kept.')
  }
}

const STATUS: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  INVALID_INPUT: 400,
}

/** How react-admin is told of a code. A refused change is a conflict, and no fault of the form. */
export const statusOf = (code: string | undefined): number => STATUS[code ?? ''] ?? 409
