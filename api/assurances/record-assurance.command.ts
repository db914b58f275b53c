import { command, mustFind, type Change, type Stated } from '../access/change.js'
import { saveBreach } from '../access/save-breach.js'
import { dayOf, sayDate, startOfDayMs, toMoment } from '../kernel/moment.js'
import { invalid, Refusal } from '../kernel/refusal.js'
import type { AssuranceFact } from '../register/facts.js'
import type { Register } from '../register/register.js'
import type { RecordAssuranceInput } from './assurance.inputs.js'
import { conditionsOf } from './condition.js'
import { received } from './may-read.js'
import { scopeOf } from './scope-clause.js'
import { speakersOf } from './speaker.js'
import { noonMs, purdahOn } from './under-purdah.js'

/** Which assurance a new one takes the place of, and whether it says the same. */
type Precedence = Pick<AssuranceFact, 'supersedes' | 'reaffirms'>

/** Reported words have a reporter; the givers' own words need none. */
const reporterOf = ({ wording, reportedBy = null }: RecordAssuranceInput): string | null => {
  if (wording === 'AS_REPORTED' && reportedBy === null) {
    throw invalid('reportedBy', 'It is given as reported: say who reported it.')
  }
  if (wording === 'VERBATIM' && reportedBy !== null) {
    throw invalid('reportedBy', 'It is verbatim: nobody reported it. Name nobody who did.')
  }
  return reportedBy
}

/** A liaison officer speaks for one organisation, and records what that one was told. */
export const refuseUnreceived = (
  { actor }: Change,
  assurance: Pick<AssuranceFact, 'givenTo'>,
): void => {
  if (actor.role !== 'LIAISON' || received(assurance, actor.organisation)) return
  throw new Refusal(
    'FORBIDDEN',
    `You record and supersede what ${actor.organisation} was given: it must be in givenTo.`,
  )
}

const assuranceOf = (
  { register, nowMs, actor }: Change,
  input: RecordAssuranceInput,
): Omit<Stated<'assurance'>, 'id' | keyof Precedence> => {
  const { programme, text, wording, givenOn, channel, ministerialStatement, document } = input
  mustFind(register, 'programme', programme)
  const today = dayOf(nowMs)
  if (givenOn > today) {
    throw invalid(
      'givenOn',
      `Today is ${sayDate(today)}: an assurance cannot have been given later.`,
    )
  }
  const sinceGiven = toMoment(startOfDayMs(givenOn))
  return {
    programme,
    text,
    wording,
    reportedBy: reporterOf(input),
    givenBy: speakersOf(register, input.givenBy),
    givenTo: speakersOf(register, input.givenTo),
    givenOn,
    channel,
    ministerialStatement,
    document: document ? { name: document.name, sha256: document.sha256 } : null,
    public: input.public,
    scope: scopeOf(register, input.scope),
    conditions: conditionsOf(register, input.conditions, sinceGiven),
    withdrawnAt: null,
    recordedBy: actor.organisation,
  }
}

/** Whether a statement was a breach of purdah; what corrects its record tells of the same one. */
const isBreachOfPurdah = (register: Register, id: string): boolean => {
  const { supersedes, reaffirms } = mustFind(register, 'assurance', id)
  const breaches = [...register.all('breach')]
  return (
    breaches.some((breach) => breach.kind === 'PURDAH' && breach.of === id) ||
    (supersedes !== null && reaffirms === false && isBreachOfPurdah(register, supersedes))
  )
}

/** What a minister says under purdah is kept, and is a breach: of purdah, and of no promise. */
const saveBreachOfPurdah = (change: Change, assurance: AssuranceFact): void => {
  const { id, programme, givenOn, ministerialStatement } = assurance
  if (!ministerialStatement || !purdahOn(change.register, givenOn)) return
  if (isBreachOfPurdah(change.register, id)) return
  saveBreach(change, {
    kind: 'PURDAH',
    programme,
    practice: null,
    region: null,
    at: toMoment(Math.min(noonMs(givenOn), change.nowMs)),
    of: id,
    reasons: ['IN_PURDAH'],
    suspensions: [],
    permitted: false,
  })
}

/** Saves an assurance, and the breach that it is if a minister stated it under purdah. */
export const saveAssurance = (
  change: Change,
  input: RecordAssuranceInput,
  precedence: Precedence,
): AssuranceFact => {
  const stated = assuranceOf(change, input)
  refuseUnreceived(change, stated)
  const id = change.newId('assurance')
  const assurance = change.save('assurance', { id, ...stated, ...precedence })
  saveBreachOfPurdah(change, assurance)
  return assurance
}

/** Records an assurance. It is a fact: kept, whatever it says and whenever it was said. */
export const recordAssurance = command(
  'recordAssurance',
  (change, input: RecordAssuranceInput): AssuranceFact =>
    saveAssurance(change, input, { supersedes: null, reaffirms: null }),
)
