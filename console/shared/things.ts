/** Where pages are, by the letter of what the programme numbers. */
const OF_LETTER: Readonly<Record<string, string | undefined>> = {
  A: 'assurances', B: 'breaches', C: 'consultations', D: 'dispensations', G: 'agreements',
  M: 'mailings', P: 'proposals', R: 'rollouts', S: 'suspensions',
}

/** The same of what has a code, by its type. */
const OF_TYPE: Readonly<Record<string, string | undefined>> = {
  Organisation: 'organisations', Practice: 'practices', Programme: 'programmes', Region: 'regions',
}

const typeAndCode = (id: string): readonly [string, string] | null => {
  const colon = id.indexOf(':')
  return colon > 0 ? [id.slice(0, colon), id.slice(colon + 1)] : null
}

/** What people call a thing by its id among all things: `R-13`, or the code of `Region:5HQ`. */
export const keyOf = (id: string): string => typeAndCode(id)?.[1] ?? id

/** Where the page of a thing is, by its id among all things; null where it has none. */
export const addressOf = (id: string): string | null => {
  const [type] = typeAndCode(id) ?? []
  const letter = /^([A-Z])-\d+$/.exec(id)?.[1]
  const resource = type ? OF_TYPE[type] : letter && OF_LETTER[letter]
  return resource ? `/${resource}/${encodeURIComponent(keyOf(id))}` : null
}
