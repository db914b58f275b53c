import {
  TOLD, USUAL_CLAIMS, type ClaimMapping, type ClaimSource, type Told,
} from './access/issuer.js'
import { isName, type Configured } from './configured.js'

const SOURCE = ['claim', 'select', 'member', 'after', 'values', 'always']

const isMeanings = (value: unknown): value is Record<string, string> =>
  typeof value === 'object' && value !== null && Object.values(value).every(isName)

const readSelect = (source: Configured): ClaimSource['select'] => {
  if (source.get('select') === undefined) return undefined
  const select = source.inner('select', ['member', 'claim'])
  return { member: select.name('member'), claim: select.name('claim') }
}

const readSource = (source: Configured): ClaimMapping[Told] => {
  const always = source.may('always', isName, 'a text')
  if (always !== undefined) return { always }
  const select = readSelect(source)
  const member = source.may('member', isName, 'the name of a member')
  const after = source.may('after', isName, 'a text that comes before what counts')
  const values = source.may('values', isMeanings, 'an object of texts')
  return {
    claim: source.name('claim'),
    ...(select && { select }),
    ...(member !== undefined && { member }),
    ...(after !== undefined && { after }),
    ...(values && { values }),
  }
}

/** Where an issuer's tokens say what; what is left out stands under its own name. */
export const readClaims = (issuer: Configured): ClaimMapping => {
  if (issuer.get('claims') === undefined) return USUAL_CLAIMS
  const claims = issuer.inner('claims', TOLD)
  const read = TOLD.filter((thing) => claims.get(thing) !== undefined).map((thing) => {
    const said = claims.get(thing)
    return [thing, isName(said) ? { claim: said } : readSource(claims.inner(thing, SOURCE))]
  })
  return { ...USUAL_CLAIMS, ...(Object.fromEntries(read) as Partial<ClaimMapping>) }
}
