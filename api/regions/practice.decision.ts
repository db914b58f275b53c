import { DEMONSTRATION_PRACTICE_CODE, PRACTICE_CODE, SUPPLIER_CODE } from '../kernel/vocabulary.js'
import type { PracticeFact } from '../register/facts.js'
import { decideTerms } from './terms.decision.js'
import { invalid } from '../kernel/refusal.js'

/** Made-up codes belong to demonstrations alone: nobody is to mistake one for a practice. */
const mayBeCode = (odsCode: string, demonstration: boolean): boolean =>
  PRACTICE_CODE.test(odsCode) || (demonstration && DEMONSTRATION_PRACTICE_CODE.test(odsCode))

/** A practice as it is to be recorded, its terms in order, or a refusal that names the field. */
export const decidePractice = (
  practice: Omit<PracticeFact, 'version'>,
  demonstration: boolean,
): Omit<PracticeFact, 'version'> => {
  const { odsCode, name, openFrom, openTo } = practice
  if (!mayBeCode(odsCode, demonstration)) {
    throw invalid('odsCode', `${odsCode} is no code of a practice; one looks like P82001.`)
  }
  if (openFrom !== null && openTo !== null && openFrom >= openTo) {
    throw invalid('openTo', 'The first day it is closed must come after the first it is open.')
  }
  const unfit = practice.suppliers.find(({ supplier }) => !SUPPLIER_CODE.test(supplier))
  if (unfit) throw invalid('suppliers', `${unfit.supplier} is no code; one looks like EMIS.`)
  return {
    odsCode,
    name,
    openFrom,
    openTo,
    memberships: decideTerms('memberships', practice.memberships).map(({ region, from, to }) => ({
      region,
      from,
      to,
    })),
    suppliers: decideTerms('suppliers', practice.suppliers).map(({ supplier, from, to }) => ({
      supplier,
      from,
      to,
    })),
  }
}
