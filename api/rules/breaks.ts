import { startOfDayMs, toMs } from '../kernel/moment.js'
import type { Activity, BreachKind } from '../kernel/vocabulary.js'
import type { AssuranceFact, BreachFact } from '../register/facts.js'
import type { Register } from '../register/register.js'
import { membersAt } from './breach-of.js'
import { isLifted } from './promise.js'
import type { Ruler } from './ruler.js'
import { isWithin } from './within-scope.js'

/** What was done, as a scope names it. A statement is made nowhere, and lies in no scope. */
const DID: Record<BreachKind, Activity | null> = {
  UPLOAD: 'UPLOAD',
  MAILING: 'INFORM',
  CONSULTATION: 'INFORM',
  PURDAH: null,
}

/** Codes of the regions where a breach was: a consultation may have been in several. */
export const regionsOf = (
  register: Register,
  { kind, region, of }: BreachFact,
): readonly string[] => {
  if (region !== null) return [region]
  return (kind === 'CONSULTATION' && register.get('consultation', of)?.regions) || []
}

/** The practices that a breach was about: those named, or all of its regions. */
const practicesOf = (register: Register, breach: BreachFact, atMs: number): readonly string[] => {
  const { kind, practice, of } = breach
  if (practice !== null) return [practice]
  const named = kind === 'MAILING' ? register.get('mailing', of)?.practices : null
  return named ?? regionsOf(register, breach).flatMap((code) => membersAt(register, code, atMs))
}

/**
 * Whether a breach is one of an assurance: it was of that programme, on the day the assurance was
 * given or later, and what was done, and where, lay within the assurance's scope then. To withdraw
 * an assurance takes nothing back: what was imposed for it holds on, and so it can be broken. Once
 * all of that was lifted, it cannot.
 */
export const breaks = (ruler: Ruler, breach: BreachFact, assurance: AssuranceFact): boolean => {
  const { register } = ruler
  const atMs = toMs(breach.at)
  const activity = DID[breach.kind]
  if (activity === null || breach.programme !== assurance.programme) return false
  if (atMs < startOfDayMs(assurance.givenOn) || isLifted(register, assurance, atMs)) return false
  return practicesOf(register, breach, atMs).some((odsCode) => {
    const practice = register.get('practice', odsCode)
    return practice !== undefined && isWithin(ruler, assurance, practice, { activity, atMs })
  })
}
