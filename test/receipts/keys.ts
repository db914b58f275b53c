import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../api/config.js'
import { addReceiptKey, readReceiptKeys } from '../../api/receipt-keys.js'

/** A file of receipt keys that does not exist yet, in a folder of its own. */
export const newKeyFile = (): string =>
  join(mkdtempSync(join(tmpdir(), 'holdfast-receipts-')), 'keys.json')

/** The keys of a file, which is made with a first one where there is none. */
export const keysIn = async (file: string) => {
  const keys = await readReceiptKeys(readConfig({ HOLDFAST_RECEIPT_KEY: file }))
  if (!keys) throw new Error('no keys')
  return keys
}

export const newKeys = () => addReceiptKey(newKeyFile())
