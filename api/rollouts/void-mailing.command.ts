import { command, mustBeAt, mustFind } from '../access/change.js'
import { hideOutsideRegion } from '../access/row-scope.js'
import { sayMoment, toMs } from '../kernel/moment.js'
import { Refusal } from '../kernel/refusal.js'
import type { MailingFact } from '../register/facts.js'
import type { VoidMailingInput } from './mailing.inputs.js'

/** Refuses to touch a mailing that was found to be recorded in error. */
export const refuseVoided = ({ id, voidedAt }: MailingFact): void => {
  if (voidedAt === null) return
  throw new Refusal(
    'ALREADY_VOIDED',
    `The mailing ${id} was found to be recorded in error on ${sayMoment(toMs(voidedAt))}.`,
  )
}

/** Voids a mailing that was recorded, or planned, in error. What it told stays on record. */
export const voidMailing = command(
  'voidMailing',
  (change, { id, version }: VoidMailingInput): MailingFact => {
    hideOutsideRegion(change, 'mailing', mustFind(change.register, 'mailing', id))
    const mailing = mustBeAt(change.register, 'mailing', id, version)
    refuseVoided(mailing)
    return change.save('mailing', { ...mailing, voidedAt: change.now })
  },
)
