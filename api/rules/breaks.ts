import { startOfDayMs, toMs } from '../kernel/moment.js'
import type { Activity, BreachKind } from '../kernel/vocabulary.js'
import type { AssuranceFact, BreachFact, PracticeFact } from '../register/facts.js'
import type { Register } from '../register/register.js'
import { dossierOf, whereabouts } from './dossier.js'
import type { Ruler } from './ruler.js'
import { isWithin } from './within-scope.js'

/** What was done, as a scope names it. A statement is made nowhere, and lies in no scope. */
const DID: Record<BreachKind, Activity | null> = {
  UPLOAD: 'UPLOAD',
  MAILING: 'INFORM',
  CONSULTATION: 'INFORM',
  PURDAH: null,
}

/** The practices a breach is about: the one it names, or those of its region then. */
const practicesOf = (
  register: Register,
  { practice, region }: BreachFact,
  atMs: number,
): PracticeFact[] => {
  if (practice !== null) {
    const fact = register.get('practice', practice)
    return fact ? [fact] : []
  }
  if (region === null) return []
  return [...register.all('practice')].filter((each) =>
    whereabouts(dossierOf(register, each), atMs).path.regions.includes(region),
  )
}

/**
 * Whether a breach is one of an assurance: it was of that programme, on the day the assurance was
 * given or later, and what was done, and where, lay within the assurance's scope then.
 */
export const breaks = (ruler: Ruler, breach: BreachFact, assurance: AssuranceFact): boolean => {
  const atMs = toMs(breach.at)
  const activity = DID[breach.kind]
  if (activity === null || breach.programme !== assurance.programme) return false
  if (atMs < startOfDayMs(assurance.givenOn)) return false
  return practicesOf(ruler.register, breach, atMs).some((practice) =>
    isWithin(ruler, assurance, practice, { activity, atMs }),
  )
}
