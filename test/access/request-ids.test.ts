import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { request } from 'node:http'
import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { serveWorld, type Served } from './served.js'

let served: Served
let authorization: string

beforeAll(async () => {
  ;({ served, authorization } = await serveWorld('PROGRAMME_ADMIN'))
})
afterAll(() => served.close())

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

describe('X-Request-ID', () => {
  test.each(['/graphql', '/graphiql', '/', '/nothing'])('is mirrored by %s', async (path) => {
    const id = randomUUID()
    const headers = { 'x-request-id': id }
    const response = await fetch(`${served.address}${path}`, { headers, redirect: 'manual' })
    expect(response.headers.get('x-request-id')).toBe(id)
  })

  test('is mirrored by a refusal too, and made where there is none', async () => {
    const id = randomUUID()
    const refused = await served.post('{ viewer { role } }', {
      authorization: 'Bearer x', 'x-request-id': id,
    })
    expect({ status: refused.status, id: refused.headers.get('x-request-id') }).toEqual({
      status: 401, id,
    })
    const made = [await served.post('{ __typename }'), await served.post('{ __typename }')]
      .map(({ headers }) => headers.get('x-request-id'))
    for (const each of made) expect(each).toMatch(UUID)
    expect(made[0]).not.toBe(made[1])
  })

  test.each(['1', '', 'not-a-uuid', `${randomUUID()} `.repeat(2), `${randomUUID()}0`,
    `{${randomUUID()}}`, 'a'.repeat(5_000)])('is refused where it reads %s', async (id) => {
    const response = await served.post('{ __typename }', { 'x-request-id': id })
    const { errors }: any = await response.json()
    expect({ status: response.status, code: errors[0].extensions.code }).toEqual({
      status: 400, code: 'REQUEST_ID_INVALID',
    })
    expect(errors[0].message).toMatch(/has to be one UUID/)
    expect(response.headers.get('x-request-id')).toMatch(UUID)
  })

  test('is refused where it comes twice', async () => {
    const { port } = new URL(served.address)
    const two = ['x-request-id', randomUUID(), 'x-request-id', randomUUID()]
    const headers = ['host', 'x', 'connection', 'close', ...two]
    const sent = request({ port, path: '/graphql?query={__typename}', headers }).end()
    const [response] = (await once(sent, 'response')) as [IncomingMessage]
    response.resume()
    expect(response.statusCode).toBe(400)
  })

  test('lets a mutation act once over HTTP, whatever the case of its letters', async () => {
    const id = randomUUID()
    const query = `mutation {
      recordOrganisation(input: { code: "ZZ9", name: "Z", reason: "A test." }) {
        status organisation { code version } } }`
    const ask = async (given: string) => {
      const response = await served.post(query, { authorization, 'x-request-id': given })
      return { status: response.status, text: await response.text() }
    }
    const first = await ask(id)
    expect(first).toEqual({ status: 200, text: expect.stringMatching(/"version":1/) })
    expect(await ask(id.toUpperCase())).toEqual(first)
    const other = query.replace('"Z"', '"Y"')
    const reused = await served.post(other, { authorization, 'x-request-id': id })
    const { errors }: any = await reused.json()
    expect({ status: reused.status, code: errors[0].extensions.code }).toEqual({
      status: 422, code: 'REQUEST_ID_REUSED',
    })
  })
})

describe('X-Correlation-ID', () => {
  const mirrored = async (id: string) =>
    (await served.post('{ __typename }', { 'x-correlation-id': id }))
      .headers.get('x-correlation-id')

  test.each([randomUUID(), 'a', 'batch:2010-04-16.7', 'a'.repeat(128)])(
    '%s is mirrored',
    async (id) => {
      expect(await mirrored(id)).toBe(id)
    },
  )

  test.each(['', 'a b', '<script>', 'a;b=c', 'é', 'a'.repeat(129)])('%s is not', async (id) => {
    expect(await mirrored(id)).toBeNull()
  })
})
