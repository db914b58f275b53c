import { Client } from 'pg'
import { openReal } from '../../api/open-real.js'
import { migrate, openDatabase, applicationConnection } from '../../api/data-source.js'
import { playDemonstration } from '../../api/demonstration/play.js'
import { operator } from '../../api/kernel/actor.js'
import { Follower } from '../../api/register/follower.js'
import type { Opening } from '../../api/open-real.js'

/** Databases that every world is a copy of: the reference bodies alone, and the demonstration. */
export const TEMPLATES = { bodies: 'template_bodies', demonstration: 'template_demonstration' }
export type TemplateName = keyof typeof TEMPLATES

export const urlOf = (adminUrl: string, database: string): string => {
  const url = new URL(adminUrl)
  url.pathname = `/${database}`
  return url.href
}

/** Runs statements as the owner of everything. */
export const asOwner = async (url: string, ...statements: string[]): Promise<void> => {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

/** The bodies are recorded long before anything that a test does. */
const BEFORE_ALL = { nowMs: () => Date.parse('2007-01-01T00:00:00.000Z') }

const fill = async (url: string, open: (opening: Opening) => Promise<void>): Promise<void> => {
  await migrate({ ownerUrl: url, url })
  const database = await openDatabase(url)
  const follower = new Follower(applicationConnection(url), {
    onFatal: (error) => {
      throw error
    },
    onReach: () => undefined,
  })
  await follower.start()
  await open({ database, follower, actor: operator('tests'), clock: BEFORE_ALL })
  await follower.stop()
  await database.destroy()
}

/** Makes the templates, in a PostgreSQL that has none yet. */
export const prepareTemplates = async (adminUrl: string): Promise<void> => {
  await asOwner(adminUrl, ...Object.values(TEMPLATES).map((name) => `CREATE DATABASE ${name}`))
  await fill(urlOf(adminUrl, TEMPLATES.bodies), openReal)
  await fill(urlOf(adminUrl, TEMPLATES.demonstration), (opening) =>
    playDemonstration(opening, () => undefined),
  )
}
