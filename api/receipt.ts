import { existsSync, readFileSync } from 'node:fs'
import { Command } from 'commander'
import type { JSONWebKeySet } from 'jose'
import { CannotStart, readConfig, type Config } from './config.js'
import { hasDatabase, readingLedger } from './read-ledger.js'
import { addReceiptKey, readReceiptKeys } from './receipt-keys.js'
import type { ReceiptClaims } from './rulings/receipt.js'
import { compareWithLedger, FalseReceipt, verifySignature } from './rulings/verify-receipt.js'
import { runCommand } from './run-command.js'

const COMPACT = /^[\w-]+\.[\w-]+\.[\w-]+$/

const readReceipt = (given: string): string => {
  const text = (existsSync(given) ? readFileSync(given, 'utf8') : given).trim()
  if (COMPACT.test(text)) return text
  throw new CannotStart('That is neither a receipt nor a file that holds one.')
}

/** Over plain HTTP anybody on the way could put keys of their own in the place of these. */
const mayBeFetched = ({ protocol, hostname }: URL): boolean =>
  protocol === 'https:' || ['127.0.0.1', '[::1]', 'localhost'].includes(hostname)

const fetchText = async (address: string): Promise<string> => {
  if (!mayBeFetched(new URL(address))) throw new CannotStart('Keys are fetched over HTTPS only.')
  try {
    const response = await fetch(address)
    if (response.ok) return await response.text()
    throw new Error(`it answers ${response.status}`)
  } catch (error) {
    throw new CannotStart(`The keys cannot be had from ${address}: ${(error as Error).message}`)
  }
}

const readText = (file: string): string => {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new CannotStart(`The keys cannot be read: ${(error as Error).message}`)
  }
}

const readKeys = async (from: string): Promise<JSONWebKeySet> => {
  const text = /^https?:/.test(from) ? await fetchText(from) : readText(from)
  try {
    const { keys } = JSON.parse(text) as Partial<JSONWebKeySet>
    if (Array.isArray(keys)) return { keys }
  } catch {
    // Said below, as of any other text that holds no keys.
  }
  throw new CannotStart(`${from} holds no JSON Web Key Set.`)
}

/** The public keys of this Holdfast. */
const ownKeys = async (config: Config): Promise<JSONWebKeySet> => {
  const { receiptKeyFile } = config
  const keys =
    receiptKeyFile !== null && existsSync(receiptKeyFile) ? await readReceiptKeys(config) : null
  if (keys) return { keys: [...keys.published] }
  throw new CannotStart('Name the keys: --keys https://<host of Holdfast>/.well-known/jwks.json')
}

const say = ({ iss, asker, askedAt, question, answer, register }: ReceiptClaims): string => {
  const named = question.classification ? ` (${question.classification})` : ''
  const about = answer.basis === 'LIVE' ? 'now' : `on ${answer.at}`
  const { outcome, reasons, suspensions, obligations, validUntil } = answer
  const grounds = [...reasons, ...suspensions, ...obligations].join(', ')
  const until = validUntil === null ? '' : `, good until ${validUntil}`
  return `On ${askedAt} ${asker.organisation} (${asker.role}) asked ${iss}:
may ${question.practice} ${question.activity} in ${question.programme}${named}, ${about}?
It answered ${outcome}${grounds && `: ${grounds}`}${until}, by ledger entry ${register.sequence}.`
}

const verify = async (given: string, { keys }: { keys?: string }): Promise<void> => {
  const config = readConfig(process.env)
  const receipt = readReceipt(given)
  const { kid, claims } = await verifySignature(
    receipt,
    await (keys ? readKeys(keys) : ownKeys(config)),
  )
  console.log(`The signature holds, by the key ${kid}.\n${say(claims)}`)
  if (!hasDatabase(config)) {
    console.log('There is no ledger here to ask again; the signature alone was verified.')
    return
  }
  await readingLedger(config, (query) => compareWithLedger(claims, query))
  console.log('The ledger was asked again, and answers the same.')
}

const newKey = async (): Promise<void> => {
  const { receiptKeyFile } = readConfig(process.env)
  if (receiptKeyFile === null) {
    throw new CannotStart('Name the file of the keys in HOLDFAST_RECEIPT_KEY.')
  }
  const { kid, published } = await addReceiptKey(receiptKeyFile)
  console.log(`The key ${kid} signs from the next start on; ${published.length} are published.`)
}

const program = new Command('npm run receipt --').description('Receipts of rulings.')
program
  .command('verify')
  .description('Verifies a receipt, and asks the ledger again where there is one here.')
  .argument('<receipt>', 'the receipt, or a file that holds it')
  .option('--keys <place>', 'a file or an address of the keys; those of this Holdfast otherwise')
  .action(verify)
program
  .command('new-key')
  .description('Adds a key, which signs from the next start on. Earlier ones stay published.')
  .action(newKey)

await runCommand(async () => {
  try {
    await program.parseAsync()
  } catch (error) {
    if (!(error instanceof FalseReceipt)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
})
