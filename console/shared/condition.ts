import { graphql, type ResultOf } from '../graphql/tada.js'
import { PARTIES } from './say.js'
import { sayMoment } from './when.js'

export const CONDITION = graphql(`
  fragment ConditionParts on Condition {
    place kind audience days party matter organisation since
  }
`)

export type Condition = ResultOf<typeof CONDITION>

const ASKED = { PRACTICES: 'practices', PATIENTS: 'patients' } as const
const MATTERS = { INFORMED: 'are informed', ABLE_TO_OPT_OUT: 'are able to opt out' } as const

/** A condition in words; since when evidence of it counts is said apart. */
export const sayCondition = (condition: Condition): string => {
  const { kind, audience, days, party, matter, organisation } = condition
  switch (kind) {
    case 'CONSULTATION_OPENED':
      return `A consultation of ${audience ? ASKED[audience] : 'anybody'} is opened there`
    case 'CONSULTATION_CONCLUDED':
      return `A consultation of ${audience ? ASKED[audience] : 'anybody'} is concluded there`
    case 'NOTICE':
      return `Patients have had ${days ?? 0} days of notice since the last mailing`
    case 'AGREEMENT':
      return `${party ? PARTIES[party] : 'Somebody'} agrees that patients ` +
        (matter ? MATTERS[matter] : 'agree')
    case 'SIGN_OFF':
      return `${organisation ?? 'Somebody'} has signed that it is met`
  }
}

/** Since when evidence of it counts. */
export const saySince = ({ since }: Condition): string => `Evidence counts since ${sayMoment(since)}`
