/**
 * What one request may ask. Each is wide enough for a supplier's night, all 8,046 practices of
 * England in one request, even as literals; for the pages of a console; and for introspection.
 */
export const LIMITS = {
  /** Words and signs of a document. */
  tokens: 10_000,
  /** Fields in each other. The usual introspection has 15 levels. */
  depth: 20,
  /** Fields under another name, those of a fragment counted as often as it is spread. */
  aliases: 30,
  directives: 50,
  /** Lists and objects in each other, in the body. */
  variablesDepth: 32,
  /** Fields that may come to be answered, as `costOf` counts them. */
  cost: 1_000_000,
} as const
