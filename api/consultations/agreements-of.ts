import type { AgreementFact } from '../register/facts.js'
import type { Register } from '../register/register.js'

type ByPractice = ReadonlyMap<string, readonly AgreementFact[]>

const indexOf = (register: Register): ByPractice => {
  const index = new Map<string, AgreementFact[]>()
  for (const agreement of register.all('agreement')) {
    const known = index.get(agreement.practice)
    if (known) known.push(agreement)
    else index.set(agreement.practice, [agreement])
  }
  return index
}

const indexes = new WeakMap<Register, ByPractice>()

/** The agreements for a practice, by a register that was published and so changes no more. */
export const agreementsOf = (register: Register, practice: string): readonly AgreementFact[] => {
  const index = indexes.get(register) ?? indexOf(register)
  indexes.set(register, index)
  return index.get(practice) ?? []
}
