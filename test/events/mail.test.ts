import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { Teller } from '../../api/events/teller.js'
import { done, give, mailing, practice, programme, sign, suspension } from '../world/story.js'
import { ADMIN, openWorld, type World } from '../world/world.js'

interface Mail {
  readonly to: string[]
  readonly text: string
}

let world: World
let teller: Teller
let mails: Mail[] = []
let refusing = false
let ahead = 0
const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo: (_, __, answer) => answer(refusing ? new Error('not now') : null),
  onData: (stream, { envelope }, answer) => {
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('end', () => {
      const to = envelope.rcptTo.map(({ address }) => address)
      // Unfolded, so that a sentence is found whole.
      mails.push({ to, text: Buffer.concat(chunks).toString().replaceAll('=\r\n', '') })
      answer()
    })
  },
})

beforeAll(async () => {
  smtp.listen(0, '127.0.0.1')
  await once(smtp.server, 'listening')
  const { port } = smtp.server.address() as AddressInfo
  world = await openWorld()
  await programme(world)
  await practice(world, 'A00001', '5HQ')
  const addresses = {
    'BMA/GPC': ['gpc@example.org'], DH: ['dh@example.org'], RCGP: ['rcgp@example.org'],
  }
  const mail = { url: `smtp://127.0.0.1:${port}`, from: 'holdfast@example.org', addresses }
  teller = new Teller({ maker: world.maker, real: { nowMs: () => Date.now() + ahead }, mail })
  await teller.tellDue()
})
afterAll(async () => {
  await new Promise<void>((resolve) => smtp.close(resolve))
  await world.close()
})

const told = async (): Promise<Mail[]> => {
  mails = []
  await teller.tellDue()
  return mails.sort((a, b) => (a.to[0]! < b.to[0]! ? -1 : 1))
}

const PRIVATE = 'Told in confidence'

test('those whose signature is asked for are written to, with a next step', async () => {
  const { id, version } = await suspension(world, { regions: ['5HQ'] })
  expect(await told()).toEqual([])
  await give(world, 'liftSuspension', { id, version, reason: PRIVATE })
  const [dh, gpc, ...others] = await told()
  expect([dh?.to, gpc?.to, others]).toEqual([['dh@example.org'], ['gpc@example.org'], []])
  expect(gpc?.text).toMatch(/Subject: P-1 asks for your signature/)
  expect(gpc?.text).toMatch(/Proposal P-1, to lift suspension, waits for a signature/)
  expect(gpc?.text).toMatch(/Next step: sign in to Holdfast, look at what P-1 would change/)
  expect(gpc?.text).not.toMatch(PRIVATE)
  expect(await told()).toEqual([])
})

test('they are reminded once, seven days before it lapses, unless they have signed', async () => {
  await sign(world, 'P-1')
  ahead += 120_000
  world.clock.at = '2010-05-13T07:59:59.000Z'
  expect(await told()).toEqual([])
  ahead += 120_000
  world.clock.at = '2010-05-13T08:00:00.000Z'
  const [reminder, ...others] = await told()
  expect([reminder?.to, others]).toEqual([['gpc@example.org'], []])
  expect(reminder?.text).toMatch(/Subject: P-1 lapses soon without your signature/)
  ahead += 120_000
  expect(await told()).toEqual([])
})

test('those an assurance was given to are written to when it is broken, no others', async () => {
  await done(world, 'recordAssurance', {
    programme: 'SCR', text: PRIVATE, wording: 'VERBATIM', givenOn: '2010-05-01', channel: 'Letter',
    givenBy: [{ organisation: 'DH' }], givenTo: [{ organisation: 'BMA/GPC' }], public: false,
    scope: [{ activities: ['INFORM'] }],
  })
  await suspension(world, { activities: ['INFORM'] })
  world.clock.at = '2010-05-20T08:00:00.000Z'
  await mailing(world, '5HQ', '2010-05-18')
  const [mail, ...others] = await told()
  expect([mail?.to, others]).toEqual([['gpc@example.org'], []])
  expect(mail?.text).toMatch(/A mailing to patients broke an assurance that was given to your organisation: breach B-1\./)
  expect(mail?.text).not.toMatch(PRIVATE)
})

test('a mail that is not taken is tried again later', async () => {
  const { id, version } = await suspension(world, { practices: ['A00001'] })
  refusing = true
  await give(world, 'liftSuspension', { id, version }, ADMIN)
  expect(await told()).toEqual([])
  refusing = false
  expect(await told()).toEqual([])
  ahead += 10_000
  expect((await told()).map(({ to }) => to)).toEqual([['dh@example.org'], ['gpc@example.org']])
})
