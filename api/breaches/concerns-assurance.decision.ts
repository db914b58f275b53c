import { dayOf, toMs } from '../kernel/moment.js'
import type { Activity, BreachKind, Classification } from '../kernel/vocabulary.js'
import type { AssuranceFact, BreachFact } from '../register/facts.js'
import type { Register } from '../register/register.js'
import { membersAt } from '../rules/breach-of.js'
import { dossierOf, supplierAt, whereabouts } from '../rules/dossier.js'
import { classificationAt } from '../rules/rollout-state.js'
import { rulerOf } from '../rules/ruler.js'
import { takesIn } from '../rules/scope.js'

const DONE: Record<BreachKind, Activity> = {
  UPLOAD: 'UPLOAD',
  MAILING: 'INFORM',
  CONSULTATION: 'INFORM',
  PURDAH: 'INFORM',
}

const classificationsThen = (
  register: Register,
  { kind, programme }: BreachFact,
  odsCode: string,
  atMs: number,
): Classification[] => {
  const headMs = toMs(register.head.at)
  const ruler = programme === null ? undefined : rulerOf(register, programme, headMs)
  const asked = { activity: DONE[kind], classification: null, atMs }
  const rollouts = ruler?.rule(odsCode, asked)?.answer.rollouts ?? []
  return rollouts.map((rollout) => classificationAt(rollout, atMs))
}

const tookIn = (
  register: Register,
  { scope }: AssuranceFact,
  breach: BreachFact,
  odsCode: string,
): boolean => {
  const practice = register.get('practice', odsCode)
  if (!practice) return false
  const atMs = toMs(breach.at)
  const dossier = dossierOf(register, practice)
  const subject = {
    odsCode,
    activity: DONE[breach.kind],
    path: whereabouts(dossier, atMs).path,
    supplier: supplierAt(dossier, atMs),
  }
  // Asked for only where a clause is narrowed by them: working them out takes a ruling.
  const narrowed = scope.some(({ classifications }) => classifications !== null)
  const classifications = narrowed ? classificationsThen(register, breach, odsCode, atMs) : []
  return takesIn({ scope }, { ...subject, classifications })
}

/**
 * Whether a breach was one of an assurance: it had been given by then and was not withdrawn, and
 * its scope took in the practice, or any practice of the region. A breach without a place concerns
 * every assurance of its programme.
 */
export const concernsAssurance = (
  register: Register,
  breach: BreachFact,
  assurance: AssuranceFact,
): boolean => {
  if (breach.of === assurance.id) return true
  const { programme, practice, region, at } = breach
  if (programme !== assurance.programme || dayOf(toMs(at)) < assurance.givenOn) return false
  if (assurance.withdrawnAt !== null && assurance.withdrawnAt <= at) return false
  if (practice !== null) return tookIn(register, assurance, breach, practice)
  if (region === null) return true
  return membersAt(register, region, toMs(at)).some((each) =>
    tookIn(register, assurance, breach, each),
  )
}
