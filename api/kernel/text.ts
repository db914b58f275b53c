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

/** What is said of a text that is not sound. */
export const UNSOUND_TEXT =
  'A text holds a character that cannot be kept, NUL or half of a surrogate pair: take it out.'
