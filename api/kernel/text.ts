/** Whether a text is one that a database and every reader of JSON hold alike. */
export const isSound = (text: string): boolean => text.isWellFormed() && !text.includes('\u0000')

/** Characters that show nothing, break lines, or turn the text around them. */
export const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u

/** Whether every text in a value is sound, keys included. */
export const holdsSoundText = (value: unknown): boolean => {
  if (typeof value === 'string') return isSound(value)
  if (typeof value !== 'object' || value === null) return true
  return Object.entries(value).every(([key, each]) => isSound(key) && holdsSoundText(each))
}

/** A text as a database holds it: what none can hold stands as a sign of its own. */
export const asSound = (text: string): string => text.toWellFormed().replaceAll('\u0000', '\ufffd')

/** What shows nothing, or turns round what stands beside it. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu
const KEY_SHOWN_MAX = 60

/** A key that nothing has, as a message repeats it: short, and without what nobody can read. */
export const sayKey = (key: string): string => {
  // Cut first: nobody waits for a long text to be gone through.
  const shown = [...key.slice(0, 4 * KEY_SHOWN_MAX)]
  const cut = shown.length > KEY_SHOWN_MAX ? `${shown.slice(0, KEY_SHOWN_MAX - 1).join('')}…` : key
  return cut.replaceAll(UNPRINTABLE, '\ufffd')
}

/** What is said of a text that is not sound. */
export const UNSOUND_TEXT =
  'A text holds a character that cannot be kept, NUL or half of a surrogate pair: take it out.'

/**
 * Controls that turn the direction of what is read after them. A text with one can read otherwise
 * than it was written; the letters of every script turn by themselves, and need none.
 */
const TURNS = /[\u202A-\u202E\u2066-\u2069]/

/** Where a text stands in a value, and the control in it that turns what is read. */
export interface Turned {
  readonly field: string
  /** As Unicode names it: "U+202E". */
  readonly control: string
}

const controlIn = (text: string): string | null => {
  const [found] = TURNS.exec(text) ?? []
  return found ? `U+${found.charCodeAt(0).toString(16).toUpperCase()}` : null
}

/** The first text in a value that can read otherwise than it was written; null where none can. */
export const turnedIn = (value: unknown, field = ''): Turned | null => {
  if (typeof value === 'string') {
    const control = controlIn(value)
    return control === null ? null : { field, control }
  }
  if (typeof value !== 'object' || value === null) return null
  for (const [key, each] of Object.entries(value)) {
    const turned = turnedIn(each, field === '' ? key : `${field}.${key}`)
    if (turned) return turned
  }
  return null
}
