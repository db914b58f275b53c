import { sayCode, sayCommand } from '../say.js'
import { sayCount, sayDay, sayMoment } from '../when.js'

/** What a thing tells, in words, by the path of each fact: "funding.payer". */
type Told = ReadonlyMap<string, string>

export interface Difference {
  readonly path: string
  readonly what: string
  readonly opened: string
  readonly now: string
  readonly typed: string
}

const NOTHING = 'Nothing'

/** Told of every version, or computed of the moment: no part of what somebody changed. */
const isNoFact = (key: string): boolean =>
  ['id', 'version', 'edges', 'rulingCounts', 'ancestors', 'cursor'].includes(key) ||
  key.endsWith('Then')

const isCode = (key: string): boolean =>
  /(code|codes|payer|organisation|supplier|programme|regions?|practices?)(\.\d+)?$/i.test(key)

const sayText = (text: string, path: string): string => {
  if (text === '') return NOTHING
  if (/^\d{4}-\d\d-\d\dT.*Z$/.test(text)) return sayMoment(text)
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return sayDay(text)
  return /^[A-Z_]{4,}$/.test(text) && !isCode(path) ? sayCode(text) : text
}

const sayValue = (value: unknown, path: string): string => {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (typeof value === 'number') return sayCount(value)
  return typeof value === 'string' ? sayText(value, path) : NOTHING
}

const factsIn = (value: unknown, path = ''): [string, string][] => {
  if (typeof value !== 'object' || value === null) return [[path, sayValue(value, path)]]
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) {
    return [[path, value.join(', ') || NOTHING]]
  }
  return Object.entries(value)
    .filter(([key]) => !isNoFact(key))
    .flatMap(([key, each]) => factsIn(each, path ? `${path}.${key}` : key))
}

const told = (thing: unknown): Told => new Map(factsIn(thing ?? {}))

const sayPath = (path: string): string => sayCommand(path.replaceAll('.', ' '))

/** What a form holds under a name of its own is told once: "funding.payer" is its "payer". */
const isOfForm = (path: string, formFields: ReadonlySet<string>): boolean =>
  [...formFields].some((field) => path.endsWith(`.${field}`))

const isRetyped = ({ path, typed, now }: Difference, formFields: ReadonlySet<string>): boolean =>
  formFields.has(path) && typed !== now

/** What two versions of a thing tell differently, with what was typed meanwhile. */
export const differences = (
  opened: { row: unknown; form: unknown },
  now: { row: unknown; form: unknown },
  typed: unknown,
): readonly Difference[] => {
  const before = new Map([...told(opened.row), ...told(opened.form)])
  const after = new Map([...told(now.row), ...told(now.form)])
  const mine = told(typed)
  const formFields = new Set([...told(now.form).keys(), ...mine.keys()])
  return [...new Set([...before.keys(), ...after.keys(), ...formFields])]
    .filter((path) => path !== 'reason' && !isOfForm(path, formFields))
    .map((path) => ({
      path,
      what: sayPath(path),
      opened: before.get(path) ?? NOTHING,
      now: after.get(path) ?? NOTHING,
      typed: mine.get(path) ?? (formFields.has(path) ? NOTHING : 'Not in this form'),
    }))
    .filter((each) => each.opened !== each.now || isRetyped(each, formFields))
}
