import { invalid } from '../kernel/refusal.js'
import { holdsSoundText, turnedIn, UNSOUND_TEXT } from '../kernel/text.js'

/**
 * What is written is kept for ever, and signed for: what some reader could not read back, or would
 * read otherwise than it was written, is not let in.
 */
export const refuseUnsoundText = (input: unknown): void => {
  if (!holdsSoundText(input)) throw invalid('input', UNSOUND_TEXT)
  const turned = turnedIn(input)
  if (!turned) return
  // A text in a list is told by the list, as every rule of a field is.
  const field = turned.field.replace(/(\.\d+)+$/, '')
  throw invalid(
    field,
    `${field.split('.').at(-1)} must be without ${turned.control}, which turns the direction of ` +
      'what is read after it: take it out, or write the text anew by hand.',
  )
}
