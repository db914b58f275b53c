import type { Context } from '../access/context.js'
import { invariant } from '../kernel/invariant.js'
import type { AssuranceFact } from '../register/facts.js'
import { rulerOf, type Ruler } from '../rules/ruler.js'

/** The ruler of an assurance's programme, on the request's register. */
export const rulerFor = ({ register, clock }: Context, { programme }: AssuranceFact): Ruler => {
  const ruler = rulerOf(register, programme, clock.nowMs())
  invariant(ruler, 'an assurance of an unknown programme')
  return ruler
}
