import type { JWTPayload } from 'jose'
import { isSound } from '../kernel/text.js'
import { badToken } from './bad-token.js'
import type { ClaimMapping, ClaimSource, Told } from './issuer.js'

type Fields = Readonly<Record<string, unknown>>

/** What a token says of a name; nothing for what JavaScript gives every object. */
const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Fields)[name]
    : undefined

const CHARACTERS_MAX = 200

/** A text of one line that can be kept and shown. */
export const isText = (value: unknown): value is string =>
  typeof value === 'string' && /^.{1,200}$/u.test(value) && isSound(value)

/** What is wrong with a claim, and what would be right. */
const sayWrong = (value: unknown): string => {
  if (typeof value !== 'string') return 'is not a text'
  if (value === '') return `is empty; it has to have 1 to ${CHARACTERS_MAX} characters`
  if ([...value].length > CHARACTERS_MAX) return `has more than ${CHARACTERS_MAX} characters`
  return 'has a character that cannot be kept in one line; it has to be without NUL and line ends'
}

/** The one of a list that another claim chooses; who has chosen none has none. */
const selected = (payload: JWTPayload, { claim, select }: ClaimSource): unknown => {
  const value = field(payload, claim)
  if (!select || value === undefined) return value
  const chosen = field(payload, select.claim)
  if (!isText(chosen)) throw badToken(`its claim ${select.claim} chooses none of ${claim}`)
  const found = Array.isArray(value)
    ? value.filter((each) => field(each, select.member) === chosen)
    : []
  if (found.length === 1) return found[0]
  throw badToken(`its claim ${select.claim} is not the ${select.member} of one of ${claim}`)
}

const meant = (text: string, { claim, after, values }: ClaimSource): string => {
  const said = after === undefined ? text : (text.split(after).at(-1) ?? '')
  if (!values) return said
  const here = Object.hasOwn(values, said) ? values[said] : undefined
  if (here !== undefined) return here
  throw badToken(`its claim ${claim} has a value that means nothing here`)
}

const textOf = (value: unknown, source: ClaimSource): string => {
  const name = source.member === undefined ? source.claim : `${source.claim}, ${source.member},`
  if (isText(value)) return meant(value, source)
  throw badToken(`its claim ${name} ${sayWrong(value)}`)
}

/** What a token says of a thing; null where it says nothing. */
export const told = (payload: JWTPayload, claims: ClaimMapping, thing: Told): string | null => {
  const source = claims[thing]
  if ('always' in source) return source.always
  const whole = selected(payload, source)
  const value = source.member === undefined ? whole : field(whole, source.member)
  return value === undefined || value === null ? null : textOf(value, source)
}

/** What a token has to say of a thing. */
export const mustTell = (payload: JWTPayload, claims: ClaimMapping, thing: Told): string => {
  const text = told(payload, claims, thing)
  if (text) return text
  const source = claims[thing]
  throw badToken(`it has no claim ${'claim' in source ? source.claim : thing}`)
}

const TEXTS_MAX = 100

/** The texts that a token lists of a thing; null where it lists none. */
export const toldTexts = (
  payload: JWTPayload,
  claims: ClaimMapping,
  thing: Told,
): readonly string[] | null => {
  const source = claims[thing]
  if ('always' in source) return [source.always]
  const value = selected(payload, source)
  if (value === undefined || value === null) return null
  if (Array.isArray(value) && value.length <= TEXTS_MAX) {
    return value.map((each) => textOf(each, source))
  }
  throw badToken(`its claim ${source.claim} is not a list of texts`)
}
