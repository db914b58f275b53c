import { mustBeKnown, type Context } from '../access/context.js'
import { AssuranceResolver } from '../assurances/assurance.resolver.js'
import { breachesSeenBy } from '../breaches/seen-breaches.js'
import { ProposalResolver } from '../changes/proposal.resolver.js'
import { AgreementResolver } from '../consultations/agreement.resolver.js'
import { PracticeResolver } from '../regions/practice.resolver.js'
import { MailingResolver } from '../rollouts/mailing.resolver.js'

/** Reads a thing by its key, as its own query does: null where it is not for the caller. */
export type Read = (
  key: string,
  context: Context,
) => object | null | undefined | Promise<object | null>

const readBreach = async (id: string, context: Context): Promise<object | null> => {
  const sees = await breachesSeenBy(context)
  const breach = context.register.get('breach', id)
  return breach && sees(breach) ? breach : null
}

const readOrganisation = (code: string, context: Context) => {
  mustBeKnown(context)
  return context.register.get('organisation', code)
}

/** How a thing of each type is read, by whichever key its own query knows it. */
export const READERS = {
  Agreement: (id, context) => new AgreementResolver().agreement(id, null, context),
  Assurance: (id, context) => new AssuranceResolver().assurance(id, null, context),
  Breach: readBreach,
  Consultation: (id, { register }) => register.get('consultation', id),
  Dispensation: (id, { register }) => register.get('dispensation', id),
  Mailing: (id, context) => new MailingResolver().mailing(id, null, context),
  Organisation: readOrganisation,
  Practice: (code, context) => new PracticeResolver().practice(code, null, context),
  Programme: (code, { register }) => register.get('programme', code),
  Proposal: (id, context) => new ProposalResolver().proposal(id, null, context),
  Purdah: (code, { register }) => register.get('purdah', code),
  Region: (code, { register }) => register.get('region', code),
  Rollout: (id, { register }) => register.get('rollout', id),
  SignOff: (id, { register }) => register.get('signoff', id),
  Suspension: (id, { register }) => register.get('suspension', id),
} satisfies Record<string, Read>
