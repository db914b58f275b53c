import { CannotStart } from './config.js'

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A text that a person can read in one line. */
export const isName = (value: unknown): value is string =>
  typeof value === 'string' && /^\S(.{0,498}\S)?$/u.test(value)

export const areNames = (value: unknown): value is string[] =>
  Array.isArray(value) && value.length > 0 && value.every(isName)

/**
 * One JSON object of a configuration file. Whatever is wrong with it is one line that names where
 * it stands and the field; a field that means nothing is a mistake that would otherwise stay.
 */
export class Configured {
  private readonly fields: Fields

  constructor(
    readonly where: string,
    value: unknown,
    known: readonly string[],
  ) {
    if (!isFields(value)) throw new CannotStart(`${where} has to be an object in braces.`)
    this.fields = value
    const strange = Object.keys(value).find((field) => !known.includes(field))
    if (strange === undefined) return
    this.refuse(strange, `means nothing here; what may stand here is ${known.join(', ')}`)
  }

  /** What stands in a field; undefined where it is left out. */
  get(field: string): unknown {
    return Object.hasOwn(this.fields, field) ? this.fields[field] : undefined
  }

  refuse(field: string, why: string): never {
    throw new CannotStart(`${this.where}: ${field} ${why}.`)
  }

  /** What stands in a field, if it is of the form that is said. */
  must<Value>(field: string, is: (value: unknown) => value is Value, form: string): Value {
    const value = this.get(field)
    if (is(value)) return value
    return this.refuse(field, value === undefined ? `is missing; it has to be ${form}` : `has to be ${form}`)
  }

  may<Value>(
    field: string,
    is: (value: unknown) => value is Value,
    form: string,
  ): Value | undefined {
    return this.get(field) === undefined ? undefined : this.must(field, is, form)
  }

  name(field: string): string {
    return this.must(field, isName, 'a text')
  }

  /** The objects that a field lists. */
  list(field: string): readonly unknown[] {
    return this.may(field, (value): value is unknown[] => Array.isArray(value), 'a list') ?? []
  }

  /** An object in a field, with the fields it may have. */
  inner(field: string, known: readonly string[]): Configured {
    return new Configured(`${this.where}: ${field}`, this.get(field), known)
  }
}
