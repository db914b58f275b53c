import { Field, ID, InputType } from 'type-graphql'
import { command, mustFind } from '../access/change.js'
import { ReasonInput } from '../access/reason.js'
import { dayOf } from '../kernel/moment.js'
import { Refusal } from '../kernel/refusal.js'
import { Matter } from '../kernel/vocabulary.js'
import type { AgreementFact } from '../register/facts.js'
import type { Register } from '../register/register.js'
import { partyFor } from './party.js'

@InputType({ description: 'What the caller agrees for a practice.' })
export class RecordAgreementInput extends ReasonInput {
  @Field(() => ID, { description: 'Code of the programme.' })
  programme!: string

  @Field(() => ID, { description: 'ODS code of the practice.' })
  practice!: string

  @Field(() => Matter, { description: 'What is agreed.' })
  matter!: Matter
}

type Agreed = Pick<AgreementFact, 'programme' | 'practice' | 'matter' | 'party' | 'region'>

const isSame = (a: Agreed, b: Agreed): boolean =>
  a.programme === b.programme &&
  a.practice === b.practice &&
  a.matter === b.matter &&
  a.party === b.party &&
  a.region === b.region

const refuseStanding = (register: Register, agreed: Agreed): void => {
  for (const known of register.all('agreement')) {
    if (known.withdrawnAt !== null || !isSame(known, agreed)) continue
    throw new Refusal('UNCHANGED', `Nothing was changed: agreement ${known.id} says the same.`)
  }
}

/** Records an agreement: of a practice for itself, or of the PCT that it belongs to now. */
export const recordAgreement = command(
  'recordAgreement',
  (change, { programme, practice, matter }: RecordAgreementInput): AgreementFact => {
    mustFind(change.register, 'programme', programme)
    const party = partyFor(change, practice)
    const agreed = { programme, practice, matter, ...party }
    refuseStanding(change.register, agreed)
    change.vouchFor(dayOf(change.nowMs))
    const id = change.newId('agreement')
    return change.save('agreement', { id, ...agreed, givenAt: change.now, withdrawnAt: null })
  },
)
