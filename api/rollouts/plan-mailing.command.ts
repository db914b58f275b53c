import { command, mustFind } from '../access/change.js'
import { refuseOutsideRegion } from '../access/row-scope.js'
import { addDays, dayOf, sayDate, startOfDayMs, type Day } from '../kernel/moment.js'
import { invalid } from '../kernel/refusal.js'
import { refuseForeignPractices } from '../regions/members.js'
import { refuseInPurdah } from '../regions/purdah.decision.js'
import type { MailingFact } from '../register/facts.js'
import { momentary } from '../rules/purdah.js'
import type { PlanMailingInput } from './mailing.inputs.js'
import { refuseIfMailingIsHeld } from './refuse-if-held.js'

const wholeDay = (day: Day) => ({
  fromMs: startOfDayMs(day),
  toMs: startOfDayMs(addDays(day, 1)),
})

/** Plans a mailing. What forbids it today, or on the day it is planned for, refuses the plan. */
export const planMailing = command(
  'planMailing',
  (change, input: PlanMailingInput): MailingFact => {
    const { register, nowMs } = change
    const { programme, region, practices = null, packs, plannedFor, withOptOutForm } = input
    const exemption = input.exemption ?? null
    mustFind(register, 'programme', programme)
    mustFind(register, 'region', region)
    refuseOutsideRegion(change, region)
    refuseForeignPractices(change, region, practices)
    const today = dayOf(nowMs)
    if (plannedFor < today) {
      throw invalid('plannedFor', `Today is ${sayDate(today)}: plan for today or later.`)
    }
    const thatDay = wholeDay(plannedFor)
    const moments = [...new Set([nowMs, Math.max(nowMs, thatDay.fromMs), thatDay.toMs - 1])]
    refuseIfMailingIsHeld(change, { programme, region, practices }, moments)
    const during = [momentary(nowMs), thatDay]
    refuseInPurdah(register, { what: 'A mailing to patients', during, exemption })
    const tells = { packs, plannedFor, withOptOutForm, exemption }
    const id = change.newId('mailing')
    const yet = { lastReceivedOn: null, breach: null, voidedAt: null }
    return change.save('mailing', { id, programme, region, practices, ...tells, ...yet })
  },
)
