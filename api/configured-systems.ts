import type { JSONWebKeySet } from 'jose'
import { isTrustworthyUrl } from './access/issuer-keys.js'
import { areNames, Configured, isName } from './configured.js'
import { isKeySet, KEY_SET } from './configured-keys.js'
import type { System } from './sign-in/system.js'

/** A code as it stands in a scope. */
const areCodes = (value: unknown): value is string[] =>
  areNames(value) && value.every((each) => /^[\w.-]+$/.test(each))

const isAddress = (value: unknown): value is string => isName(value) && isTrustworthyUrl(value)

const readKeys = (system: Configured): JSONWebKeySet | string => {
  const address = system.may('keysUrl', isAddress, 'an https address')
  if (address === undefined) return system.must('keys', isKeySet, `${KEY_SET}, or keysUrl given`)
  if (system.get('keys') === undefined) return address
  return system.refuse('keysUrl', 'and keys may not both be given')
}

/** A system of a supplier, as a configuration file states it. */
export const readSystem = (file: string, value: unknown, index: number): System => {
  const name = (value as { client?: unknown } | null)?.client
  const where = `${file}: system ${isName(name) ? name : index + 1}`
  const fields = ['client', 'supplier', 'programmes', 'keys', 'keysUrl']
  const system = new Configured(where, value, fields)
  return {
    client: system.name('client'),
    supplier: system.name('supplier'),
    programmes: system.must('programmes', areCodes, 'a list of codes'),
    keys: readKeys(system),
  }
}
