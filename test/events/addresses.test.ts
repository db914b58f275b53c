import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { isLoopback, isPublic } from '../../api/events/public-address.js'
import { nextAttemptMs, TRIED_FOR_MS } from '../../api/events/next-attempt.decision.js'
import { postWebhook } from '../../api/events/post-webhook.js'
import { openWorld, partner, type World } from '../world/world.js'
import { openReceiver } from './receiver.js'

let demonstration: World
let real: World
beforeAll(async () => {
  demonstration = await openWorld('demonstration')
  real = await openWorld('bodies')
})
afterAll(async () => {
  await demonstration.close()
  await real.close()
})

const register = async (world: World, url: string) => {
  const input = { url, events: ['RULINGS_CHANGED'] }
  const source = `mutation ($input: RegisterWebhookInput!) {
    registerWebhook(input: $input) { webhook { url } } }`
  const { code, errors } = await world.ask(source, { input }, partner('EMIS'))
  return { code, message: errors[0]?.message ?? '' }
}

describe('the address of a webhook', () => {
  test.each(['https://hooks.example.nhs.uk/in?x=1', 'https://8.8.8.8/', 'https://[2606:4700::1]/'])(
    '%s will do',
    async (url) => expect((await register(real, url)).code).toBeNull(),
  )

  test.each([
    ['http://hooks.example.nhs.uk/', /https/],
    ['ftp://hooks.example.nhs.uk/', /https/],
    ['file:///etc/passwd', /https/],
    ['not an address', /https/],
    ['https://user:password@hooks.example.nhs.uk/', /no user/],
    ['https://hooks.example.nhs.uk/#part', /no fragment|fragment/],
    ['https://10.1.2.3/', /private/],
    ['https://169.254.169.254/latest/meta-data', /private/],
    ['https://[fd00::1]/', /private/],
    ['https://[::ffff:10.0.0.1]/', /private/],
    ['https://0x7f.1/', /private/],
    ['https://2130706433/', /private/],
    ['https://localhost/', /private/],
    ['https://127.0.0.1/', /private/],
    ['http://127.0.0.1/', /https/],
    ['https://[::1]/', /private/],
  ])('%s will not, and is told why', async (url, why) => {
    const { code, message } = await register(real, url)
    expect(code).toBe('INVALID_INPUT')
    expect(message).toMatch(why)
  })

  test.each(['http://127.0.0.1:9/', 'http://localhost:9/', 'https://[::1]:9/'])(
    '%s will do in a demonstration, which is on this machine',
    async (url) => expect((await register(demonstration, url)).code).toBeNull(),
  )

  test.each(['http://10.0.0.1/', 'https://192.168.0.1/', 'http://example.org/'])(
    '%s will not do there either',
    async (url) => expect((await register(demonstration, url)).code).toBe('INVALID_INPUT'),
  )
})

describe('a name that stands for a private address', () => {
  const send = async (loopback: boolean, host: string) => {
    const receiver = await openReceiver()
    const url = receiver.url.replace('127.0.0.1', host)
    const message = { url, secret: 'whsec_c2VjcmV0', id: 'm', payload: '{}' }
    const fault = await postWebhook(message, { loopback }, Date.now())
    await receiver.close()
    return { fault, received: receiver.received.length }
  }

  test.each(['localhost', '127.0.0.1'])('%s is not told, whatever was registered', async (host) => {
    const fault = 'The name of the host stands for no public address.'
    expect(await send(false, host)).toEqual({ fault, received: 0 })
    expect(await send(true, host)).toEqual({ fault: null, received: 1 })
  })
})

test.each([
  ['127.0.0.1', false], ['127.255.255.255', false], ['128.0.0.1', true],
  ['10.255.255.255', false], ['11.0.0.0', true], ['172.15.255.255', true], ['172.16.0.0', false],
  ['172.31.255.255', false], ['172.32.0.0', true], ['192.167.255.255', true],
  ['192.168.0.0', false], ['169.254.169.254', false], ['100.64.0.1', false], ['0.0.0.0', false],
  ['224.0.0.1', false], ['::1', false], ['::', false], ['::ffff:8.8.8.8', false],
  ['fe80::1', false], ['fc00::1', false], ['64:ff9b::a00:1', false], ['2002:a00:1::', false],
  ['2a00:1450::1', true], ['no address', false],
])('%s is of the internet at large: %s', (address, expected) => {
  expect(isPublic(address)).toBe(expected)
})

test.each([['127.0.0.1', true], ['126.255.255.255', false], ['::1', true], ['::2', false]])(
  '%s is this machine: %s',
  (address, expected) => expect(isLoopback(address)).toBe(expected),
)

describe('a message that failed', () => {
  const after = (attempts: number, chance = 0.5, nowMs = 0) =>
    nextAttemptMs({ firstDueMs: 0, nowMs, attempts, chance })
  const HOUR_MS = 3_600_000

  test.each([[1, 5_000], [2, 15_000], [3, 45_000], [9, 6 * HOUR_MS], [40, 6 * HOUR_MS]])(
    'the %dth time waits %d ms, six hours at most',
    (attempts, ms) => expect(after(attempts)).toBe(ms),
  )

  test('strays by a fifth to either side', () => {
    expect([after(1, 0), after(1, 1)]).toEqual([4_000, 6_000])
  })

  test('is tried for three days, and not after', () => {
    expect(after(1, 0.5, TRIED_FOR_MS - 5_000)).toBe(TRIED_FOR_MS)
    expect(after(1, 0.5, TRIED_FOR_MS - 4_999)).toBeNull()
  })
})
