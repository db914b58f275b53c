import type { Said } from './say.js'

/** A state in a word. Its colour says how that stands, and never says it alone. */
export const StateTag = ({ of: { word, tone } }: { of: Said }) => (
  <span className={`tag ${tone}`}>{word}</span>
)
