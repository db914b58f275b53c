/** Whether a text is one that a database and every reader of JSON hold alike. */
export const isSound = (text: string): boolean => text.isWellFormed() && !text.includes('\u0000')

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
