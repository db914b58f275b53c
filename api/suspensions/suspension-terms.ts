import { mustFind, type Change, type Stated } from '../access/change.js'
import { conditionsOf } from '../assurances/condition.js'
import { mustRead } from '../assurances/may-read.js'
import { scopeOf } from '../assurances/scope-clause.js'
import type { Moment } from '../kernel/moment.js'
import { invalid } from '../kernel/refusal.js'
import type { AssuranceFact } from '../register/facts.js'
import { liveSinceMs } from '../rules/live-since.js'
import type { SuspensionTermsInput } from './suspension.inputs.js'

/** The assurance that is kept, if one is named: of the programme, and one the caller may read. */
const assuranceKept = (
  change: Change,
  programme: string,
  id: string | null | undefined,
): AssuranceFact | null => {
  if (id === null || id === undefined) return null
  const assurance = mustRead(change, id, 'assurance')
  if (assurance.programme === programme) return assurance
  throw invalid('assurance', `Assurance ${id} is about ${assurance.programme}, not ${programme}.`)
}

/** Codes of the practices that count as live in a programme now. */
const liveIn = ({ register, nowMs }: Change, programme: string): string[] =>
  [...register.all('live')]
    .filter((live) => live.programme === programme && liveSinceMs(live) <= nowMs)
    .map(({ practice }) => practice)
    .sort()

const refuseReleaseWithoutCondition = ({ releases, conditions }: SuspensionTermsInput): void => {
  if (!releases || conditions.length > 0) return
  throw invalid('releases', 'It releases as its conditions are met: name at least one condition.')
}

/** What a suspension says from a moment on: everything checked, its signatories complete. */
export const termsOf = (
  change: Change,
  programme: string,
  input: SuspensionTermsInput,
  from: Moment,
): Omit<Stated<'suspension'>, 'id'> => {
  const { register, actor } = change
  refuseReleaseWithoutCondition(input)
  for (const code of input.signatories) mustFind(register, 'organisation', code, 'signatories')
  const assurance = assuranceKept(change, programme, input.assurance)
  const recipients = assurance?.givenTo.map(({ organisation }) => organisation) ?? []
  return {
    programme,
    strength: input.strength,
    scope: scopeOf(register, input.scope),
    from,
    endedAt: null,
    ending: null,
    endingReason: null,
    replacedBy: null,
    assurance: assurance?.id ?? null,
    conditions: conditionsOf(register, input.conditions, from),
    releases: input.releases,
    spared: input.spareLive ? liveIn(change, programme) : [],
    signatories: [...new Set([...input.signatories, ...recipients])],
    imposedBy: actor.organisation,
    reason: input.reason,
  }
}
