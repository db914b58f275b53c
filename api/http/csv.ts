const MUST_BE_QUOTED = /[",\r\n]/
/** What spreadsheets run instead of showing it, here and in other scripts. */
const FORMULA = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/

/** A field as RFC 4180 has it. */
const csvField = (text: string): string =>
  MUST_BE_QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text

/** A text that people wrote, as a field: what looks like a formula is marked as a text. */
export const csvText = (text: string): string => csvField(FORMULA.test(text) ? `'${text}` : text)

/** A record as RFC 4180 has it, from fields that are ready. */
export const csvRecord = (fields: readonly string[]): string => `${fields.join(',')}\r\n`
