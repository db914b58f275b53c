import { graphql, type ResultOf } from '../graphql/tada.js'
import { sayCode } from './say.js'
import { sayHowMany } from './when.js'

export const SCOPE = graphql(`
  fragment ScopeParts on ScopeClause { activities classifications regions practices suppliers }
`)

export type Clause = ResultOf<typeof SCOPE>

/** Codes in a row are read up to here; of more, their number says more. */
const NAMED_MAX = 8

const DOINGS = {
  UPLOAD: 'uploading records',
  VIEW: 'viewing records',
  INFORM: 'mailing patients',
  START: 'starting a rollout',
} as const

/** "London", "London and South West", "London, South West and North West". */
export const sayList = (words: readonly string[], between = 'and'): string =>
  words.length > 1
    ? `${words.slice(0, -1).join(', ')} ${between} ${words.at(-1)}`
    : (words[0] ?? '')

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Places or practices by name, or how many they are. */
export const sayNamed = (
  codes: readonly string[],
  one: string,
  nameOf: (code: string) => string = (code) => code,
): string => (codes.length > NAMED_MAX ? sayHowMany(codes.length, one) : sayList(codes.map(nameOf)))

/** What one clause takes in: what is not named is not narrowed. */
export const sayClause = (clause: Clause, nameOf: (code: string) => string): string => {
  const { activities, classifications, regions, practices, suppliers } = clause
  const waves = classifications?.map((each) => sayCode(each).toLowerCase())
  const parts = [
    sayList(activities.map((each) => DOINGS[each])),
    ...(regions ? [`in ${sayNamed(regions, 'region', nameOf)}`] : []),
    ...(practices ? [`at ${sayNamed(practices, 'named practice')}`] : []),
    ...(suppliers ? [`at practices supplied by ${sayList(suppliers, 'or')}`] : []),
    ...(waves ? [`under ${sayList(waves, 'or')} rollouts`] : []),
    ...(regions || practices || suppliers || waves ? [] : ['everywhere']),
  ]
  return capital(parts.join(' '))
}

/** A scope in words: "Uploading records in London under accelerated rollouts". */
export const sayScope = (scope: readonly Clause[], nameOf: (code: string) => string): string =>
  scope.map((clause) => sayClause(clause, nameOf)).join('; or ')
