import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { readFileSync, rmSync, writeFileSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readTrust } from '../../api/configured-issuers.js'
import type { Issuer } from '../../api/access/issuer.js'
import { openWorld, type World } from '../world/world.js'
import { makeSigner, serve, sign, type Served, type Signer } from './served.js'

/** The second example of the documentation, as it stands there. */
const [, cis2Text = ''] = readFileSync('api/docs/issuers.md', 'utf8')
  .split('```json\n')
  .slice(1)
  .map((example) => example.split('```')[0] ?? '')

const root = mkdtempSync(join(tmpdir(), 'holdfast-claims-'))
let world: World
let served: Served
let cis2: Signer

const readExample = (): Issuer => {
  const file = join(root, 'cis2.json')
  writeFileSync(file, cis2Text)
  return readTrust(file).issuers[0]!
}

beforeAll(async () => {
  const example = readExample()
  const signer = await makeSigner(example.issuer)
  cis2 = { ...signer, ...example, algorithms: ['ES256'], keys: signer.keys }
  world = await openWorld()
  served = await serve(world, [cis2])
})
afterAll(async () => {
  await served.close()
  await world.close()
  rmSync(root, { recursive: true, force: true })
})

const MANAGER = {
  person_orgid: '555254239107',
  person_roleid: '555254242102',
  org_code: 'A81001',
  role_name: '"Admin & Clerical":"Admin & Clerical":"Clerical Access Role"',
  role_code: 'S8010:G8020:R8010',
}
const CLINICIAN = {
  ...MANAGER, person_roleid: '555254242103', org_code: 'A81002', role_code: 'S8000:G8000:R8000',
}
const person = (claims: object = {}): object => ({
  uid: '910000000001',
  organisation: undefined,
  nhsid_nrbac_roles: [CLINICIAN, MANAGER],
  selected_roleid: MANAGER.person_roleid,
  ...claims,
})

const ask = async (claims: object) => {
  const authorization = `Bearer ${await sign(cis2, claims)}`
  const query = '{ viewer { issuer subject organisation roles region supplier } }'
  const response = await served.post(query, { authorization })
  const { data, errors = [] }: any = await response.json()
  return { status: response.status, data, message: errors[0]?.message }
}

describe('a person whose sign-in tells national roles', () => {
  test('acts in the one role that was selected, for the practice of that role', async () => {
    const { data } = await ask(person())
    expect(data.viewer).toEqual({
      issuer: cis2.issuer, subject: '910000000001', organisation: 'A81001', roles: ['PRACTICE'],
      region: null, supplier: null,
    })
  })

  test.each<[string, object, RegExp]>([
    ['no role was selected', { selected_roleid: undefined }, /selected_roleid chooses none/],
    ['an empty one was selected', { selected_roleid: '' }, /selected_roleid chooses none/],
    ['a role of somebody else was selected', { selected_roleid: '555254242999' },
      /selected_roleid is not the person_roleid of one/],
    ['two roles bear one id', { nhsid_nrbac_roles: [MANAGER, { ...MANAGER, org_code: 'A81003' }] },
      /selected_roleid is not the person_roleid of one/],
    ['there are no roles', { nhsid_nrbac_roles: undefined }, /no claim nhsid_nrbac_roles/],
    ['the roles are no list', { nhsid_nrbac_roles: MANAGER }, /is not the person_roleid of one/],
    ['the selected role means nothing here', { selected_roleid: CLINICIAN.person_roleid },
      /nhsid_nrbac_roles has a value that means nothing here/],
    ['its code is one of JavaScript',
      { nhsid_nrbac_roles: [{ ...MANAGER, role_code: 'toString' }] }, /means nothing here/],
    ['its code is no text', { nhsid_nrbac_roles: [{ ...MANAGER, role_code: 7 }] },
      /nhsid_nrbac_roles, role_code, is not a text/],
    ['the role has no organisation', { nhsid_nrbac_roles: [{ ...MANAGER, org_code: undefined }] },
      /no claim nhsid_nrbac_roles/],
    ['nobody is named', { uid: undefined }, /no claim uid/],
  ])('is refused where %s', async (_, claims, why) => {
    const { status, message } = await ask(person(claims))
    expect(status).toBe(401)
    expect(message).toMatch(why)
  })

  test('may not name a role past the one selected', async () => {
    const { data } = await ask(person({ role: 'PROGRAMME_ADMIN', organisation: 'DH' }))
    expect(data.viewer).toMatchObject({ organisation: 'A81001', roles: ['PRACTICE'] })
  })
})
