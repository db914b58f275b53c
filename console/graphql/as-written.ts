/** Controls that turn the direction of what is read after them. */
const TURNS = /[\u202A-\u202E\u2066-\u2069]/g

/**
 * Names such controls where they stand: the API lets in none by now, and what was kept before reads
 * as it was written, wherever it is shown.
 */
export const asWritten = (text: string): string =>
  text.replace(TURNS, (sign) => `[U+${sign.charCodeAt(0).toString(16).toUpperCase()}]`)
