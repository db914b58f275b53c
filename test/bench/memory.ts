import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { signToken } from '../../api/issuers.js'
import type { HttpInput } from './http.child.js'

const ADDRESS = /http:\/\/127\.0\.0\.1:\d+\/graphql/

const addressOf = async (output: NodeJS.ReadableStream): Promise<string> => {
  let said = ''
  for await (const chunk of output) {
    said += String(chunk)
    const address = ADDRESS.exec(said)?.[0]
    if (address) return address
  }
  throw new Error(`Holdfast did not start: ${said}`)
}

const askAll = async (address: string, token: string, query: string): Promise<void> => {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query }),
  })
  await response.text()
}

/** Megabytes that Holdfast itself takes, as it is started, once all of England has been asked. */
export const measureMemory = async (
  { url, folder }: HttpInput,
  practices: readonly string[],
): Promise<number> => {
  execFileSync(process.execPath, ['build.js'])
  const settings = { DATABASE_URL: url, HOLDFAST_DATA: folder, PORT: '0' }
  const env = { ...process.env, ...settings, HOLDFAST_DEMONSTRATION: 'on' }
  const server = spawn(process.execPath, ['dist/api/main.js'], { env })
  try {
    const address = await addressOf(server.stdout)
    const claims = { subject: 'bench', role: 'AUDITOR', organisation: 'DH' }
    const token = await signToken(folder, claims, 1)
    const query = `{ rulings(practices: ${JSON.stringify(practices)}) { outcome reasons { code } } }`
    await askAll(address, token, query)
    const kilobytes = execFileSync('ps', ['-o', 'rss=', '-p', String(server.pid)])
    return Number(String(kilobytes)) / 1024
  } finally {
    server.kill()
    await once(server, 'close')
  }
}
