import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import {
  calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type CryptoKey, type JWK,
} from 'jose'
import { RECEIPT_ALGORITHM, type ReceiptKeys } from './access/receipts.js'
import { CannotStart, type Config } from './config.js'
import { makeFolder } from './make-folder.js'

const P256 = { kty: 'EC', crv: 'P-256' }

const isKey = (value: unknown): value is JWK => {
  const { kty, crv, x, y, d } = (value ?? {}) as Partial<JWK>
  const texts = [x, y, d ?? ''].every((each) => typeof each === 'string')
  return kty === P256.kty && crv === P256.crv && texts
}

const readSet = (file: string): JWK[] => {
  try {
    const { keys } = JSON.parse(readFileSync(file, 'utf8')) as { keys?: unknown }
    if (Array.isArray(keys) && keys.length > 0 && keys.every(isKey)) return keys
  } catch (error) {
    if (!(error instanceof SyntaxError)) {
      const why = (error as Error).message
      throw new CannotStart(`HOLDFAST_RECEIPT_KEY: ${file} cannot be read: ${why}`)
    }
  }
  throw new CannotStart(
    `${file} has to be a JSON Web Key Set of P-256 keys. Restore it: without the keys in it, ` +
      'nobody can verify the receipts they signed.',
  )
}

const makeKey = async (): Promise<JWK> => {
  const { privateKey } = await generateKeyPair(RECEIPT_ALGORITHM, { extractable: true })
  return exportJWK(privateKey)
}

const textOf = (keys: readonly JWK[]): string => `${JSON.stringify({ keys }, null, 2)}\n`

const makeSet = async (file: string): Promise<void> => {
  try {
    makeFolder(dirname(file))
    writeFileSync(file, textOf([await makeKey()]), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    // Another process was first: its key is ours.
    if (code !== 'EEXIST') throw new CannotStart(`${file} cannot be written: ${message}`)
  }
}

const publish = async ({ x, y }: JWK): Promise<JWK> => {
  const key = { ...P256, x, y } as JWK
  return { ...key, kid: await calculateJwkThumbprint(key), alg: RECEIPT_ALGORITHM, use: 'sig' }
}

const open = async (file: string): Promise<ReceiptKeys> => {
  const keys = readSet(file)
  const published = await Promise.all(keys.map(publish))
  const place = keys.findLastIndex(({ d }) => d !== undefined)
  const { kid } = published[place] ?? {}
  const key = keys[place]
  if (!key || kid === undefined) {
    throw new CannotStart(`${file} holds no private key: \`npm run receipt -- new-key\` adds one.`)
  }
  try {
    const { d, x, y } = key
    const imported = await importJWK({ ...P256, x, y, d }, RECEIPT_ALGORITHM)
    return { kid, privateKey: imported as CryptoKey, published }
  } catch (error) {
    throw new CannotStart(`${file} holds a key that is none: ${(error as Error).message}`)
  }
}

/**
 * The keys of receipts, from a file: a JSON Web Key Set, in which the last private key signs. In
 * the data folder it is made where there is none. Elsewhere it is not: where a file that was there
 * is missing, a new one would leave receipts behind that nobody can verify any more. Null where
 * none is configured; throws `CannotStart`.
 */
export const readReceiptKeys = async ({
  receiptKeyFile, receiptKeyIsOwn,
}: Config): Promise<ReceiptKeys | null> => {
  if (receiptKeyFile === null) return null
  if (receiptKeyIsOwn && !existsSync(receiptKeyFile)) await makeSet(receiptKeyFile)
  return open(receiptKeyFile)
}

/**
 * Adds a key to the file, which signs from the next start on, and makes the file where there is
 * none. The private halves of the others go: whoever steals the file cannot sign for the past.
 */
export const addReceiptKey = async (file: string): Promise<ReceiptKeys> => {
  if (!existsSync(file)) {
    await makeSet(file)
    return open(file)
  }
  const others = readSet(file).map(({ x, y }) => ({ ...P256, x, y }))
  const meanwhile = `${file}.new`
  writeFileSync(meanwhile, textOf([...others, await makeKey()]), { mode: 0o600 })
  renameSync(meanwhile, file)
  return open(file)
}
