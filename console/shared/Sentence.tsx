import { Fragment } from 'react'
import { Thing } from './Thing.js'
import { keyOf } from './things.js'

/** A thing that a sentence names, by its id among all things. */
export interface Mention {
  readonly thing: string
}

export type Sentence = readonly (string | Mention)[]

/** Writes a sentence around what it names. */
export const sentence = (
  words: TemplateStringsArray,
  ...named: readonly (string | number | Mention)[]
): Sentence =>
  words.flatMap((text, place) => {
    const before = named[place - 1]
    if (before === undefined) return [text]
    return [typeof before === 'number' ? String(before) : before, text]
  })

/** A sentence as plain text, its things by their codes and numbers. */
export const textOfSentence = (parts: Sentence): string =>
  parts.map((part) => (typeof part === 'string' ? part : keyOf(part.thing))).join('')

/** A sentence whose things are called by their names, and lead to their pages where asked for. */
export const SentenceView = ({ of, links = false }: { of: Sentence; links?: boolean }) => (
  <>
    {of.map((part, place) => (
      <Fragment key={place}>
        {typeof part === 'string' ? part : <Thing id={part.thing} isLink={links} />}
      </Fragment>
    ))}
  </>
)
