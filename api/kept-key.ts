import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { exportJWK, generateKeyPair, type JWK } from 'jose'
import { CannotStart } from './config.js'
import { makeFolder } from './make-folder.js'

/** What keys that are made here sign with. */
export const KEPT_ALGORITHM = 'ES256'

/** A key of which one part is secret. */
export type PrivateKey = JWK & { readonly kty: 'EC'; readonly d: string }

/** The part of a key that anybody may have. */
export const publicPart = ({ kty, crv, x, y, kid }: JWK): JWK => ({
  kty, crv, x, y, alg: KEPT_ALGORITHM, ...(kid !== undefined && { kid }),
})

export const hasKey = (dataFolder: string, name: string): boolean =>
  existsSync(join(dataFolder, name))

/** A key that was made before. */
export const readKey = (dataFolder: string, name: string): PrivateKey => {
  const file = join(dataFolder, name)
  try {
    const key = JSON.parse(readFileSync(file, 'utf8')) as Partial<PrivateKey>
    if (key.kty === 'EC' && key.d) return { ...key, kty: key.kty, d: key.d }
  } catch (error) {
    if (!(error instanceof SyntaxError)) {
      throw new CannotStart(`${file} cannot be read: ${(error as Error).message}`)
    }
  }
  throw new CannotStart(`${file} holds no key. Remove it: the next start makes another.`)
}

const makeKey = async (dataFolder: string, name: string): Promise<void> => {
  const { privateKey } = await generateKeyPair(KEPT_ALGORITHM, { extractable: true })
  makeFolder(dataFolder)
  const key = JSON.stringify(await exportJWK(privateKey))
  try {
    writeFileSync(join(dataFolder, name), key, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    // Another process was first: its key is ours.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

/** A key of the data folder, made when it is first asked for. */
export const keptKey = async (dataFolder: string, name: string): Promise<PrivateKey> => {
  try {
    if (!hasKey(dataFolder, name)) await makeKey(dataFolder, name)
  } catch (error) {
    const why = (error as Error).message
    throw new CannotStart(`${dataFolder} cannot be written; set HOLDFAST_DATA to another: ${why}`)
  }
  return readKey(dataFolder, name)
}
