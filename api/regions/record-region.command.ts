import { ArrayMaxSize, ValidateNested } from 'class-validator'
import { Field, ID, InputType, Int } from 'type-graphql'
import { command, mustFind } from '../access/change.js'
import { InForm, Named } from '../access/in-form.js'
import { ReasonInput } from '../access/reason.js'
import { refuseUnlessVersion } from '../access/version.js'
import { RegionKind } from '../kernel/vocabulary.js'
import type { RegionFact, RegionTermFact } from '../register/facts.js'
import { refuseCircle } from './circle.decision.js'
import { RegionTermInput } from './region-term.js'
import { decideTerms } from './terms.decision.js'

const TERMS_MAX = 100

@InputType({ description: 'A region to record, as a whole.' })
export class RecordRegionInput extends ReasonInput {
  @Field(() => ID, { description: 'Its ODS code: three to six capitals and digits.' })
  @InForm(/^[A-Z0-9]{3,6}$/, 'be three to six capitals and digits, such as Q36 or 5HQ')
  code!: string

  @Field(() => String, { description: 'Its name.' })
  @Named()
  name!: string

  @Field(() => RegionKind, { description: 'What kind of body it is.' })
  kind!: RegionKind

  @Field(() => [RegionTermInput], { description: 'All its parents, dated, as a whole.' })
  @ArrayMaxSize(TERMS_MAX)
  @ValidateNested({ each: true })
  parents!: RegionTermInput[]

  @Field(() => Int, { nullable: true, description: 'The version edited; none for a new one.' })
  version?: number | null
}

const plainTerm = ({ region, from, to }: RegionTermFact): RegionTermFact => ({ region, from, to })

/** Records a region with its dated parents, or edits it as a whole. */
export const recordRegion = command(
  'recordRegion',
  (change, { code, name, kind, parents, version }: RecordRegionInput): RegionFact => {
    const { register } = change
    refuseUnlessVersion(register, 'region', code, version)
    for (const { region } of parents) mustFind(register, 'region', region)
    const above = (region: string) => register.get('region', region)?.parents ?? []
    refuseCircle(code, parents, above)
    const terms = decideTerms('parents', parents)
    return change.save('region', { code, name, kind, parents: terms.map(plainTerm) })
  },
)
