import { compactVerify, createLocalJWKSet, type JSONWebKeySet } from 'jose'
import { RECEIPT_ALGORITHM, RECEIPT_TYPE } from '../access/receipts.js'
import { toMs } from '../kernel/moment.js'
import { canonical, rootOf } from '../ledger/entry-hash.js'
import { catchUp, type Query } from '../register/fold.js'
import { Register } from '../register/register.js'
import { askRulings } from './ask-rulings.js'
import { receiptClaims, type ReceiptClaims } from './receipt.js'

/** A receipt that does not say what was answered, and why it does not. */
export class FalseReceipt extends Error {
  override name = 'FalseReceipt'
}

/** A receipt whose signature is that of one of the keys. */
export interface SignedReceipt {
  readonly kid: string
  readonly claims: ReceiptClaims
}

const SAID: Readonly<Record<string, string>> = {
  ERR_JWKS_NO_MATCHING_KEY: 'none of the keys is the one it names',
  ERR_JWS_SIGNATURE_VERIFICATION_FAILED: 'its signature does not fit what it says',
  ERR_JOSE_ALG_NOT_ALLOWED: `it is not signed with ${RECEIPT_ALGORITHM}`,
}

const why = (error: unknown): string => {
  const { code = '', message } = error as { code?: string; message: string }
  return SAID[code] ?? `it is no JSON Web Signature (${message})`
}

/** What a receipt says, if one of the keys signed it; throws `FalseReceipt`. */
export const verifySignature = async (
  receipt: string,
  keys: JSONWebKeySet,
): Promise<SignedReceipt> => {
  const verified = await compactVerify(receipt, createLocalJWKSet(keys), {
    algorithms: [RECEIPT_ALGORITHM],
  }).catch((error: unknown) => {
    throw new FalseReceipt(`The receipt does not hold: ${why(error)}.`)
  })
  const { typ, kid = '' } = verified.protectedHeader
  if (typ !== RECEIPT_TYPE) {
    throw new FalseReceipt(`The receipt does not hold: its type is not ${RECEIPT_TYPE}.`)
  }
  return { kid, claims: JSON.parse(new TextDecoder().decode(verified.payload)) as ReceiptClaims }
}

const foldTo = async (query: Query, from: Register, sequence: number): Promise<Register> => {
  const register = await catchUp(query, from, { upTo: sequence })
  const reached = register.head.sequence
  if (reached === sequence) return register
  throw new FalseReceipt(`The ledger ends with entry ${reached}; the receipt names ${sequence}.`)
}

/** What would be answered to the question of a receipt, by the registers it names. */
const askAgain = (
  { askedAt, asker, question, answer }: ReceiptClaims,
  register: Register,
  registerNow: Register,
): ReceiptClaims => {
  const { practice, knownAt, ...asked } = question
  const context = {
    // It was answered: whatever its token was narrowed to, this programme was among it.
    actor: { issuer: '', subject: '', programmes: null, ...asker },
    clock: { nowMs: () => toMs(askedAt) },
    register,
    registerNow,
    knownAt,
    // Whether a process had lost the ledger is all that no ledger tells.
    registerIsStale: answer.reasons.includes('REGISTER_STALE'),
  }
  const [ruling] = askRulings(context, [practice], asked)
  if (!ruling) throw new FalseReceipt('The receipt asks nothing.')
  return receiptClaims(ruling)
}

type Said = Readonly<Record<string, unknown>>

/** The first member in which two answers differ, with what each of them says. */
const difference = (said: Said, found: Said): string | null => {
  for (const name of Object.keys({ ...said, ...found })) {
    const [here, there] = [said, found].map((each) => canonical(each[name] ?? null))
    if (here !== there) return `${name} is ${there} there, and ${here} in the receipt`
  }
  return null
}

/**
 * Folds the register a receipt names and asks it the same again; throws `FalseReceipt` where the
 * ledger is another, or answers otherwise.
 */
export const compareWithLedger = async (claims: ReceiptClaims, query: Query): Promise<void> => {
  const { sequence, root, seenBySequence } = claims.register
  const register = await foldTo(query, Register.empty(), sequence)
  if (rootOf(register.head.tree) !== root) {
    throw new FalseReceipt(
      `The root of the ledger at entry ${sequence} is not the receipt's: it is another ledger, or ` +
        'one that was changed since.',
    )
  }
  const registerNow =
    seenBySequence === sequence ? register : await foldTo(query, register, seenBySequence)
  const { answer, ...again } = askAgain(claims, register, registerNow)
  const { answer: told, ...rest } = claims
  const where = difference(told, answer) ?? difference(rest, again)
  if (where === null) return
  throw new FalseReceipt(`By the ledger up to entry ${sequence} the ruling is another: ${where}.`)
}
