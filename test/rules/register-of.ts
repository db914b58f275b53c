import { TABLES, type Facts, type Table } from '../../api/register/facts.js'
import { Register } from '../../api/register/register.js'
import type { AllFacts } from './naive-ruling.js'

/** A register that holds just these facts. */
export const registerOf = (facts: AllFacts): Register => {
  const register = Register.empty()
  const put = <T extends Table>(table: T): void => {
    for (const fact of facts[table] as readonly Facts[T][]) register.put(table, fact)
  }
  TABLES.forEach(put)
  return register
}
