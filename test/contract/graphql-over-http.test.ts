import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { serverAudits } from 'graphql-http'
import { serveWorld, type Served } from '../access/served.js'

let served: Served
let authorization: string

beforeAll(async () => {
  ;({ served, authorization } = await serveWorld('AUDITOR'))
})
afterAll(() => served.close())

const audits = serverAudits({ url: () => `${served.address}/graphql` })

test('there are as many audits as are claimed', () => {
  expect(audits).toHaveLength(61)
})

test.each(audits.map((audit) => [`${audit.id}: ${audit.name}`, audit] as const))(
  '%s',
  async (_, audit) => {
    const result = await audit.fn()
    const { status } = result
    const reason = 'reason' in result ? result.reason : null
    expect({ status, reason }).toEqual({ status: 'ok', reason: null })
  },
)

const get = async (query: string, headers: Record<string, string>) => {
  const url = `${served.address}/graphql?${new URLSearchParams({ query })}`
  const response = await fetch(url, { headers })
  return { status: response.status, text: await response.text() }
}

describe('a GET that a page of another site could make a browser send is refused', () => {
  test.each<[string, Record<string, string>]>([
    ['a name of a browser', { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0' }],
    ['the site it comes from', { 'sec-fetch-site': 'cross-site' }],
    ['what it is for', { 'sec-fetch-dest': 'image' }],
    ['an origin', { origin: 'https://elsewhere.example' }],
    ['a page before', { referer: 'https://elsewhere.example/page' }],
    ['a cookie', { cookie: 'a=b' }],
  ])('%s', async (_, headers) => {
    const refused = await get('{ __typename }', headers)
    expect(refused).toEqual({ status: 400, text: expect.stringMatching(/Cross-Site/) })
    const asked = await get('{ __typename }', { ...headers, 'apollo-require-preflight': 'yes' })
    expect(asked.status).toBe(200)
  })

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'])(
    'and so is a POST of %s',
    async (type) => {
      const body = '{ "query": "{ __typename }" }'
      const url = `${served.address}/graphql`
      const headers = { 'content-type': type }
      const response = await fetch(url, { method: 'POST', headers, body })
      expect(response.status).toBe(400)
      expect(await response.text()).toMatch(/Cross-Site/)
    },
  )
})

describe('the status of an answer', () => {
  const WRONG = { UNKNOWN: '{ nothing }', BROKEN: '{', UNNAMED: 'query A { a } query A { a }' }
  const statusOf = async (query: string, accept: string) =>
    (await served.post(query, { accept })).status

  test.each([
    ['application/json', 200],
    ['application/graphql-response+json', 400],
    ['application/graphql-response+json, application/json;q=0.9', 400],
    ['*/*', 400],
  ])('accepting %s, a wrong document is %s', async (accept, status) => {
    for (const query of Object.values(WRONG)) expect(await statusOf(query, accept)).toBe(status)
  })

  test('what is no request is 400 whatever is accepted', async () => {
    for (const accept of ['application/json', '*/*']) expect(await statusOf('', accept)).toBe(400)
  })

  test('nothing that is offered is accepted: 406', async () => {
    expect(await statusOf('{ __typename }', 'text/html')).toBe(406)
  })
})

describe('what might have been meant', () => {
  const REGON = '{ regon(code: "Q31") { code } }'
  const messageOf = async (query: string, headers: Record<string, string>, variables = {}) => {
    const { errors }: any = await (await served.post(query, headers, variables)).json()
    return errors[0].message as string
  }

  test('is suggested to whoever says who they are', async () => {
    expect(await messageOf(REGON, { authorization })).toMatch(/Did you mean/)
  })

  test('and to nobody else', async () => {
    expect(await messageOf(REGON, {})).toBe('Cannot query field "regon" on type "Query".')
  })

  test('the schema is open to everybody', async () => {
    const { data }: any = await (await served.post('{ __schema { queryType { name } } }')).json()
    expect(data.__schema.queryType.name).toBe('Query')
  })
})
