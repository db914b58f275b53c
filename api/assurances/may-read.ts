import { notFound } from '../access/change.js'
import type { Actor } from '../kernel/actor.js'
import type { AssuranceFact } from '../register/facts.js'
import type { Register } from '../register/register.js'

/**
 * A private assurance is for its givers, its recipients, administrators and auditors. To everybody
 * else all is answered as if there were none: lists, counts, single reads, nested fields, statuses,
 * errors and the ledger. What stays to be seen is that a number is missing: ids and entries of the
 * ledger are numbered in a row, so that nothing can be taken out of it unnoticed.
 */
const READ_ALL: readonly Actor['role'][] = ['PROGRAMME_ADMIN', 'AUDITOR', 'OPERATOR']

/** Whether an organisation is among those an assurance was given by or to. */
const isParty = ({ givenBy, givenTo }: AssuranceFact, organisation: string): boolean =>
  [...givenBy, ...givenTo].some((speaker) => speaker.organisation === organisation)

/** Whether an organisation is among those an assurance was given to. */
export const received = (
  { givenTo }: Pick<AssuranceFact, 'givenTo'>,
  organisation: string,
): boolean => givenTo.some((speaker) => speaker.organisation === organisation)

/** Whether a caller may read an assurance. */
export const mayRead = (actor: Actor | null, assurance: AssuranceFact): boolean =>
  assurance.public ||
  (actor !== null &&
    (READ_ALL.includes(actor.role) || isParty(assurance, actor.organisation)))

/** Who reads, and from which register. */
export interface Reader {
  readonly actor: Actor | null
  readonly register: Register
}

/** The assurance with that id, or null: one that is not for this caller is as good as none. */
export const readable = ({ actor, register }: Reader, id: string | null): AssuranceFact | null => {
  const assurance = id === null ? undefined : register.get('assurance', id)
  return assurance && mayRead(actor, assurance) ? assurance : null
}

/** The assurance with that id, or the refusal of an unknown one, word for word. */
export const mustRead = (reader: Reader, id: string, field?: string): AssuranceFact => {
  const assurance = readable(reader, id)
  if (assurance) return assurance
  throw notFound('assurance', id, field)
}

/** All assurances that a caller may read. */
export const allReadable = ({ actor, register }: Reader): AssuranceFact[] =>
  [...register.all('assurance')].filter((assurance) => mayRead(actor, assurance))
