import { createTransport } from 'nodemailer'
import { sayMoment, toMoment, toMs, type Moment } from '../kernel/moment.js'
import type { Actor } from '../kernel/actor.js'
import { sayCode } from '../kernel/say-code.js'
import type { BreachKind, EventKind } from '../kernel/vocabulary.js'
import type { Delivery, Endpoint, Queried } from './endpoint.js'

/** How mail is sent, and who reads that of each organisation. */
export interface MailConfig {
  /** Such as smtps://user:password@mail.example:465. */
  readonly url: string
  readonly from: string
  /** Addresses, by code of the organisation. */
  readonly addresses: Readonly<Record<string, readonly string[]>>
}

const DEPARTMENT = 'DH'
const TOLD_BY_MAIL: readonly EventKind[] = [
  'PROPOSAL_AWAITS_SIGNATURE', 'PROPOSAL_LAPSES_SOON', 'BREACH_RECORDED',
]
const TIME_OUT_MS = 10_000

/** As whom an organisation is told: as those who sign for it. */
const signerOf = (organisation: string): Actor => ({
  issuer: 'holdfast',
  subject: 'mail',
  organisation,
  role: organisation === DEPARTMENT ? 'PROGRAMME_ADMIN' : 'LIAISON',
  region: null,
  supplier: null,
  programmes: null,
})

/** Makes sure that organisations with addresses are told, from this entry of the ledger on. */
export const keepMailEndpoints = async (
  database: Queried,
  { addresses }: MailConfig,
  { sequence, nowMs, newId }: { sequence: number; nowMs: number; newId: () => string },
): Promise<void> => {
  for (const organisation of Object.keys(addresses)) {
    await database.query(
      `INSERT INTO endpoint (id, kind, events, owner, since, "createdAt", "busyUntil")
       VALUES ($1, 'MAIL', $2, $3, $4, $5, $5) ON CONFLICT DO NOTHING`,
      [newId(), TOLD_BY_MAIL, JSON.stringify(signerOf(organisation)), sequence, toMoment(nowMs)],
    )
  }
}

interface AskedToSign {
  readonly proposal: string
  readonly command: string
  readonly lapsesAt: Moment
}

interface Broken {
  readonly breach: string
  readonly kind: BreachKind
  readonly practice: string | null
  readonly region: string | null
  readonly at: Moment
}

interface Text {
  readonly subject: string
  readonly text: string
}

const askedToSign = ({ proposal, command, lapsesAt }: AskedToSign, again: boolean): Text => ({
  subject: again
    ? `${proposal} lapses soon without your signature`
    : `${proposal} asks for your signature`,
  text: `Proposal ${proposal}, to ${sayCode(command)}, waits for a signature of your organisation.
It lapses on ${sayMoment(toMs(lapsesAt))} unless all have signed. Silence is never consent.

Next step: sign in to Holdfast, look at what ${proposal} would change, and sign or decline it.
`,
})

const DONE: Record<BreachKind, string> = {
  UPLOAD: 'An upload of records',
  MAILING: 'A mailing to patients',
  CONSULTATION: 'A consultation',
  PURDAH: 'A statement in a pre-election period',
}

const broken = ({ breach, kind, practice, region, at }: Broken): Text => ({
  subject: `${breach}: an assurance to your organisation was broken`,
  text: `${DONE[kind]} broke an assurance that was given to your organisation: breach ${breach}.
It was done on ${sayMoment(toMs(at))}, ${practice ? `at practice ${practice}` : region ? `in the region ${region}` : 'in several regions'}.

Next step: sign in to Holdfast and look at ${breach}, and at the assurance it breaks.
`,
})

/** What a message says. It quotes nobody: who may read more reads it in Holdfast. */
const textOf = ({ event, payload }: Delivery): Text => {
  const { data } = JSON.parse(payload) as { data: AskedToSign & Broken }
  return event === 'BREACH_RECORDED'
    ? broken(data)
    : askedToSign(data, event === 'PROPOSAL_LAPSES_SOON')
}

/** Sends a message to the addresses of an organisation; answers what went wrong, or null. */
export type SendMail = (endpoint: Endpoint, delivery: Delivery) => Promise<string | null>

export const mailBy = ({ url, from, addresses }: MailConfig): SendMail => {
  const timeouts = { connectionTimeout: TIME_OUT_MS, socketTimeout: TIME_OUT_MS }
  const transport = createTransport({ url, ...timeouts })
  return async ({ owner }, delivery) => {
    const to = addresses[owner.organisation] ?? []
    if (to.length === 0) return 'No address is configured.'
    const messageId = `<${delivery.id}@holdfast>`
    try {
      await transport.sendMail({ from, to: [...to], messageId, ...textOf(delivery) })
      return null
    } catch (error) {
      return `The mail was not taken: ${(error as { code?: string }).code ?? 'unknown'}.`
    }
  }
}
