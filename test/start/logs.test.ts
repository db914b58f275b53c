import { afterAll, beforeAll, expect, test } from '@jest/globals'
import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeSigner, sign, type Signer } from '../access/served.js'
import { createDatabase, dropDatabase } from '../world/world.js'
import { addressOf, build, killAll, launchScript, stop, type Running } from './processes.js'

const folder = fs.mkdtempSync(join(tmpdir(), 'holdfast-logs-'))
let url: string
let issuer: Signer
let env: NodeJS.ProcessEnv

beforeAll(async () => {
  await build()
  url = await createDatabase('bodies')
  issuer = await makeSigner('https://tokens.example')
  const { issuer: name, audience, keys, gives } = issuer
  const file = join(folder, 'issuers.json')
  fs.writeFileSync(file, JSON.stringify({ issuers: [{ issuer: name, audience, keys, gives }] }))
  env = { DATABASE_URL: url, HOLDFAST_ISSUERS: file, HOLDFAST_DATA: folder }
})
afterAll(async () => {
  killAll()
  fs.rmSync(folder, { recursive: true, force: true })
  await dropDatabase(url)
})

const linesOf = ({ stdout }: Running): any[] =>
  stdout.trim().split('\n').map((line) => JSON.parse(line))

const NIGHT = '60e0b220-8136-4ca5-ae46-1d97ef59d068'
const ANOTHER_NIGHT = '5c2f8a9e-2b7d-4d43-9a51-0d9b7f6c1e22'
const PRIVATE = 'Dr Grey was told in confidence'

const change = async (address: string, token: string, requestId: string) => {
  const query = `mutation { recordOrganisation(input: {
    code: "X", name: "${PRIVATE}", reason: "${PRIVATE}" }) { status } }`
  const headers = {
    'content-type': 'application/json', authorization: `Bearer ${token}`, 'x-request-id': requestId,
  }
  const body = JSON.stringify({ query })
  return (await fetch(`${address}/graphql`, { method: 'POST', headers, body })).json()
}

test('a real register logs lines of JSON: who did what, and nothing that was written', async () => {
  const running = launchScript('start', { ...env, LOG_LEVEL: 'debug', METRICS_PORT: '0' })
  const address = await addressOf(running)
  const admin = await sign(issuer, { role: 'PROGRAMME_ADMIN' })
  const auditor = await sign(issuer, { role: 'AUDITOR' })
  await change(address, admin, NIGHT)
  await change(address, auditor, ANOTHER_NIGHT)
  await change(address, auditor, 'forged"} {"level":"info')
  const [, told] = await running.says(/Metrics are at (http:\S+)\/metrics/)
  expect(await (await fetch(`${told}/metrics`)).text()).toMatch(/^holdfast_register_sequence \d+$/m)
  expect(await stop(running)).toBe(0)

  const lines = linesOf(running)
  const actor = { issuer: 'https://tokens.example', subject: 'jane', organisation: 'DH' }
  const given = lines.filter(({ msg }) => msg === 'command')
  expect(given).toEqual([
    expect.objectContaining({
      level: 'info', requestId: NIGHT, command: 'recordOrganisation', status: 'APPLIED',
      actor: { ...actor, role: 'PROGRAMME_ADMIN' },
    }),
    expect.objectContaining({
      level: 'info', requestId: ANOTHER_NIGHT, refused: 'FORBIDDEN',
      actor: { ...actor, role: 'AUDITOR' },
    }),
  ])
  expect(lines.filter(({ msg }) => msg === 'request')).toContainEqual(
    expect.objectContaining({ level: 'debug', requestId: NIGHT, path: '/graphql' }),
  )
  for (const secret of [PRIVATE, admin, auditor, 'forged']) {
    expect(running.stdout + running.stderr).not.toContain(secret)
  }
})

test('a silent one says where it answers, in a sentence, and no more', async () => {
  const running = launchScript('start', { ...env, LOG_LEVEL: 'silent' })
  const address = await addressOf(running)
  await change(address, await sign(issuer, { role: 'PROGRAMME_ADMIN' }), NIGHT)
  expect(await stop(running)).toBe(0)
  expect(running.stdout).toMatch(/^Holdfast answers at http:\S+, and shows itself at http:\S+\n$/)
})

test.each([
  ['LOG_LEVEL', 'loud', /^LOG_LEVEL is "loud"; it has to be one of silent, error, warn, info, debug/],
  ['METRICS_PORT', '70000', /^METRICS_PORT is "70000"; it has to be a number from 0 to 65535/],
])('%s=%s keeps it from starting, and it says what would be right', async (name, value, says) => {
  const running = launchScript('start', { ...env, [name]: value })
  expect(await running.ended).toBe(1)
  expect(running.stderr).toMatch(says)
})
