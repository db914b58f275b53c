import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { USUAL_ALGORITHMS, USUAL_CLAIMS } from '../../api/access/issuer.js'
import { CannotStart } from '../../api/config.js'
import { readTrust } from '../../api/configured-issuers.js'
import { makeSigner, type Signer } from '../access/served.js'

const root = fs.mkdtempSync(join(tmpdir(), 'holdfast-issuers-'))
const file = join(root, 'some.json')
let signer: Signer

beforeAll(async () => {
  signer = await makeSigner('https://tokens.example')
})
afterAll(() => fs.rmSync(root, { recursive: true, force: true }))

const good = () => {
  const { issuer, audience, keys } = signer
  return { issuer, audience, keys, gives: { PARTNER: ['EMIS', 'TPP'] } }
}
const read = (value: unknown) => {
  fs.writeFileSync(file, JSON.stringify(value))
  return readTrust(file)
}
const readOne = (changes: object) => read({ issuers: [{ ...good(), ...changes }] }).issuers[0]!

describe('the issuers of a file', () => {
  test('are read, one or several, with what is usual where nothing is said', () => {
    const usual = { algorithms: USUAL_ALGORITHMS, claims: USUAL_CLAIMS }
    const other = { ...good(), issuer: 'other', gives: { AUDITOR: 'ANY' } }
    expect(read({ issuers: [good(), other] }).issuers).toEqual([
      { ...good(), ...usual },
      { ...other, ...usual },
    ])
    expect(read({}).issuers).toEqual([])
  })

  test('may tell their keys by discovery, and use fewer algorithms', () => {
    const read = readOne({ keys: undefined, algorithms: ['RS512'] })
    expect(read).toMatchObject({ keys: null, algorithms: ['RS512'] })
    const local = { keys: undefined, issuer: 'http://127.0.0.1:1' }
    expect(readOne(local)).toMatchObject({ keys: null, issuer: 'http://127.0.0.1:1' })
  })

  test('may say things under names of their own', () => {
    const role = {
      claim: 'roles', select: { member: 'id', claim: 'chosen' }, member: 'code', after: ':',
      values: { R8010: 'PRACTICE' },
    }
    const claims = { subject: 'uid', organisation: { always: 'BMA/GPC' }, role }
    expect(readOne({ claims }).claims).toEqual({
      ...USUAL_CLAIMS, ...claims, subject: { claim: 'uid' },
    })
  })

  test('may sign people in for the console, with what is usual where nothing is said', () => {
    const client = { name: 'The department', clientId: 'holdfast' }
    const usual = { scope: 'openid profile', resource: null }
    expect(readOne({ console: client }).console).toEqual({ ...client, ...usual })
    const own = { scope: 'openid offline_access', resource: 'urn:holdfast' }
    expect(readOne({ console: { ...client, ...own } }).console).toEqual({ ...client, ...own })
    expect(readOne({})).not.toHaveProperty('console')
  })

  test.each<[string, () => object, string]>([
    ['no issuer', () => ({ issuer: undefined }), 'issuer is missing'],
    ['the issuer of demonstrations', () => ({ issuer: 'holdfast-demonstration' }), 'issuer is'],
    ['no audience', () => ({ audience: undefined }), 'audience is missing'],
    ['an audience of two lines', () => ({ audience: 'a\nb' }), 'audience has to be a text'],
    ['keys that are none', () => ({ keys: { keys: ['key'] } }), 'keys has to be a JSON Web Key'],
    ['no key', () => ({ keys: { keys: [] } }), 'keys has to be a JSON Web Key'],
    ['a shared secret', () => ({ keys: { keys: [{ kty: 'oct', k: 'c2VzYW1l' }] } }), 'keys has'],
    ['a private key', () => ({ keys: { keys: [{ ...signer.publicKey, d: 'AA' }] } }), 'keys has'],
    ['keys to be read over plain http', () => ({ keys: undefined, issuer: 'http://far.example' }),
      'issuer has to be an https address'],
    ['neither keys nor an address', () => ({ keys: undefined, issuer: 'us' }), 'issuer has to be'],
    ['no roles to give', () => ({ gives: undefined }), 'gives has to be an object'],
    ['an empty list of roles', () => ({ gives: {} }), 'gives has to name a role'],
    ['an unknown role', () => ({ gives: { MINISTER: 'ANY' } }), 'gives: MINISTER means nothing'],
    ['a role of JavaScript', () => ({ gives: { toString: 'ANY' } }), 'gives: toString means'],
    ['the operator', () => ({ gives: { OPERATOR: 'ANY' } }), 'gives: OPERATOR means nothing'],
    ['a role for nobody', () => ({ gives: { AUDITOR: [] } }), 'gives: AUDITOR has to be a list'],
    ['a role for a body, not in a list', () => ({ gives: { PARTNER: 'EMIS' } }), 'gives: PARTNER'],
    ['signatures by a secret', () => ({ algorithms: ['HS256'] }), 'algorithms has to be a list'],
    ['tokens that nobody signs', () => ({ algorithms: ['none'] }), 'algorithms has to be a list'],
    ['no algorithm', () => ({ algorithms: [] }), 'algorithms has to be a list'],
    ['a field that means nothing', () => ({ role: 'AUDITOR' }), 'role means nothing here'],
    ['a claim for something unknown', () => ({ claims: { boss: 'b' } }), 'claims: boss means'],
    ['a claim that is nowhere', () => ({ claims: { role: {} } }), 'claims: role: claim is missing'],
    ['half a choice', () => ({ claims: { role: { claim: 'a', select: { member: 'b' } } } }),
      'claims: role: select: claim is missing'],
    ['a console without a name', () => ({ console: { clientId: 'a' } }), 'console: name is miss'],
    ['a console that is no client', () => ({ console: { name: 'A' } }), 'console: clientId is'],
    ['a console with a secret', () => ({ console: { name: 'A', clientId: 'a', secret: 'b' } }),
      'console: secret means nothing here'],
    ['a console with no scope', () => ({ console: { name: 'A', clientId: 'a', scope: '' } }),
      'console: scope has to be a text'],
    ['a console with no text', () => ({ console: { name: 'A', clientId: 'a', resource: [] } }),
      'console: resource has to be a text'],
    ['a console, and no address', () => ({ issuer: 'us', console: { name: 'A', clientId: 'a' } }),
      'issuer has to be an https address, for people to sign in there'],
    ['values that are no texts', () => ({ claims: { role: { claim: 'a', values: { b: 1 } } } }),
      'claims: role: values has to be an object of texts'],
  ])('may not have %s: one line says where, and which field', (_, changes, says) => {
    expect(() => readOne(changes())).toThrow(CannotStart)
    expect(() => readOne(changes())).toThrow(/some\.json: issuer \S+: [^\n]+\.$/)
    expect(() => readOne(changes())).toThrow(says)
  })

  test('are in one object, each once', () => {
    expect(() => read([good()])).toThrow(/some\.json has to be an object in braces\.$/)
    expect(() => read({ issuers: good() })).toThrow(/some\.json: issuers has to be a list\.$/)
    expect(() => read({ issuers: [null] })).toThrow(/issuer 1 has to be an object in braces\.$/)
    const twice = { issuers: [good(), good()] }
    expect(() => read(twice)).toThrow(/some\.json names the issuer https:\S+ twice\.$/)
  })
})

describe('the systems of a file', () => {
  const keys = () => ({ keys: [signer.publicKey] })
  const system = () => ({ client: 'nightly', supplier: 'EMIS', programmes: ['SCR'], keys: keys() })
  const readSystem = (changes: object) =>
    read({ systems: [{ ...system(), ...changes }] }).systems[0]

  test('are read, with keys in the file or an address', () => {
    expect(readSystem({})).toEqual(system())
    const keysUrl = 'https://keys.example/jwks'
    expect(readSystem({ keys: undefined, keysUrl })).toEqual({ ...system(), keys: keysUrl })
  })

  test.each<[string, object, string]>([
    ['no name', { client: undefined }, 'client is missing'],
    ['no supplier', { supplier: undefined }, 'supplier is missing'],
    ['no programmes', { programmes: undefined }, 'programmes is missing'],
    ['an empty list of programmes', { programmes: [] }, 'programmes has to be a list of codes'],
    ['a programme that is two scopes', { programmes: ['A B'] }, 'programmes has to be a list'],
    ['no keys', { keys: undefined }, 'keys is missing'],
    ['keys twice', { keysUrl: 'https://keys.example/jwks' }, 'keysUrl and keys may not both'],
    ['keys over plain http', { keysUrl: 'http://far.example/jwks' }, 'keysUrl has to be an https'],
    ['a secret', { keys: { keys: [{ kty: 'oct', k: 'AA' }] } }, 'keys has to be a JSON Web Key'],
    ['a role', { role: 'AUDITOR' }, 'role means nothing here'],
  ])('may not have %s', (_, changes, says) => {
    expect(() => readSystem(changes)).toThrow(CannotStart)
    expect(() => readSystem(changes)).toThrow(says)
    expect(() => readSystem(changes)).toThrow(/some\.json: system \S+: [^\n]+\.$/)
  })

  test('are named once each', () => {
    const twice = { systems: [system(), system()] }
    expect(() => read(twice)).toThrow(/some\.json names the system nightly twice\.$/)
  })
})
