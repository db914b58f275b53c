import { command, mustFind, type Change } from '../access/change.js'
import { hideOutsideRegion, refuseOutsideRegion } from '../access/row-scope.js'
import { saveBreach } from '../access/save-breach.js'
import { dayOf, sayDate, startOfDayMs, type Day } from '../kernel/moment.js'
import { invalid, Refusal } from '../kernel/refusal.js'
import { foreignTo } from '../regions/members.js'
import type { MailingFact } from '../register/facts.js'
import { breachOfMailing } from '../rules/breach-of.js'
import type { RecordMailingInput } from './mailing.inputs.js'
import { refuseVoided } from './void-mailing.command.js'

const refuseForeignThen = (
  change: Change,
  { region, practices, lastReceivedOn }: RecordMailingInput,
): void => {
  const [code] = foreignTo(change, region, practices ?? [], startOfDayMs(lastReceivedOn))
  if (code === undefined) return
  const then = sayDate(lastReceivedOn)
  throw invalid('practices', `${code} did not belong to ${region} on ${then}.`)
}

const inOrder = (practices: readonly string[] | null | undefined): string =>
  practices ? [...practices].sort().join(', ') : 'all of the region'

/** A plan is kept to: what reached others than planned is a mailing of its own. */
const refuseOffPlan = (plan: MailingFact, input: RecordMailingInput): void => {
  const fault = (field: string, planned: string) =>
    invalid(field, `The mailing ${plan.id} was planned for ${planned}; name it, or no plan.`)
  if (plan.programme !== input.programme) throw fault('programme', plan.programme)
  if (plan.region !== input.region) throw fault('region', plan.region)
  const planned = inOrder(plan.practices)
  if (planned !== inOrder(input.practices)) throw fault('practices', planned)
}

/** The planned mailing that was received, which must not have been told of before. */
const planOf = (change: Change, id: string, input: RecordMailingInput): MailingFact => {
  const plan = mustFind(change.register, 'mailing', id)
  hideOutsideRegion(change, 'mailing', plan)
  refuseOffPlan(plan, input)
  refuseVoided(plan)
  if (plan.lastReceivedOn === null) return plan
  throw new Refusal(
    'ALREADY_RECEIVED',
    `The mailing ${id} was last received on ${sayDate(plan.lastReceivedOn)}. ` +
      'Record another without a plan.',
  )
}

/** An earlier day in place of a later one that was voided is a correction, and no new evidence. */
const correctsAVoided = (
  { register }: Change,
  { programme, lastReceivedOn }: { programme: string; lastReceivedOn: Day },
): boolean =>
  [...register.all('mailing')].some(
    (each) =>
      each.voidedAt !== null &&
      each.programme === programme &&
      each.lastReceivedOn !== null &&
      each.lastReceivedOn >= lastReceivedOn,
  )

/** What nobody planned. */
const unplanned = (
  change: Change,
  { programme, region, practices = null }: RecordMailingInput,
) => ({
  id: change.newId('mailing'),
  programme,
  region,
  practices,
  plannedFor: null,
  exemption: null,
  breach: null,
  voidedAt: null,
})

/** The department's own word meets a condition, and never releases by itself. */
const witness = (change: Change, day: Day): void => {
  if (change.actor.role === 'REGIONAL_LEAD') change.vouchFor(day)
  else change.tellOf(day)
}

/**
 * Records a mailing, planned before or not. It is a fact: kept, whatever it tells, and a breach
 * where a practice was held on the day of the last receipt, or that day was in purdah and nobody
 * permitted it: then no days of notice count from it. What held then is dated, and so known now;
 * evidence or memberships that were recorded since count as they are known now.
 */
export const recordMailing = command(
  'recordMailing',
  (change, input: RecordMailingInput): MailingFact => {
    const { programme, region, packs, lastReceivedOn, withOptOutForm } = input
    mustFind(change.register, 'programme', programme)
    mustFind(change.register, 'region', region)
    refuseOutsideRegion(change, region)
    const today = dayOf(change.nowMs)
    if (lastReceivedOn > today) {
      throw invalid(
        'lastReceivedOn',
        `Today is ${sayDate(today)}: a mailing cannot have been received later.`,
      )
    }
    refuseForeignThen(change, input)
    const mailing = input.plan ? planOf(change, input.plan, input) : unplanned(change, input)
    const exemption = input.exemption ?? mailing.exemption
    const received = { ...mailing, packs, lastReceivedOn, withOptOutForm, exemption }
    const found = breachOfMailing(change.register, received)
    const breach = found && saveBreach(change, found).id
    if (!breach && !correctsAVoided(change, received)) witness(change, lastReceivedOn)
    return change.save('mailing', { ...received, breach })
  },
)
