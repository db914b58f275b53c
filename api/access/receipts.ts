import { setImmediate as pause } from 'node:timers/promises'
import { CompactSign, type CryptoKey, type JWK } from 'jose'
import { Refusal } from '../kernel/refusal.js'

/** How receipts are signed. Every library that verifies a JWS knows it. */
export const RECEIPT_ALGORITHM = 'ES256'
/** Says that a JWS is a receipt, so that it is taken for no token, and no token for it. */
export const RECEIPT_TYPE = 'holdfast-receipt+jws'

/** The key that signs receipts, and every key that has signed any. */
export interface ReceiptKeys {
  readonly kid: string
  readonly privateKey: CryptoKey
  /** All public keys, the oldest first: what was signed with them can still be verified. */
  readonly published: readonly JWK[]
}

/** So few that the others' requests wait a few milliseconds, however many are asked for. */
const SIGNED_AT_ONCE = 64

interface Waiting {
  readonly payload: Uint8Array
  readonly resolve: (receipt: string) => void
  readonly reject: (error: unknown) => void
}

const noKey = (): Refusal =>
  new Refusal('NO_RECEIPTS', 'This Holdfast signs no receipts: it was started without a key.')

/** Signs the receipts of one request, some at a time, so that other requests go on between. */
export class Receipts {
  private waiting: Waiting[] = []
  private signing = false

  constructor(private readonly keys: ReceiptKeys | null) {}

  /** The claims as a compact JWS; a `Refusal` where there is no key to sign with. */
  sign(claims: object): Promise<string> {
    const { keys } = this
    if (!keys) return Promise.reject(noKey())
    const payload = new TextEncoder().encode(JSON.stringify(claims))
    return new Promise((resolve, reject) => {
      this.waiting.push({ payload, resolve, reject })
      if (!this.signing) void this.signAll(keys)
    })
  }

  private async signAll(keys: ReceiptKeys): Promise<void> {
    this.signing = true
    // What is asked for in this turn of the loop is waiting by the next.
    await pause()
    for (let begun = 0; begun < this.waiting.length; begun += SIGNED_AT_ONCE) {
      const some = this.waiting.slice(begun, begun + SIGNED_AT_ONCE)
      await Promise.all(some.map((each) => signOne(keys, each)))
      await pause()
    }
    this.waiting = []
    this.signing = false
  }
}

const signOne = (
  { kid, privateKey }: ReceiptKeys,
  { payload, resolve, reject }: Waiting,
): Promise<void> =>
  new CompactSign(payload)
    .setProtectedHeader({ alg: RECEIPT_ALGORITHM, kid, typ: RECEIPT_TYPE })
    .sign(privateKey)
    .then(resolve, reject)
