import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedPostgres } from '../../api/embedded-postgres.js'
import { prepareTemplates } from '../world/templates.js'

export interface TestDatabase {
  /** Address of its database `postgres`, for its superuser. */
  readonly url: string
  /** A folder that goes when the database goes. */
  readonly folder: string
}

/**
 * Starts a PostgreSQL that nothing else uses, with the templates of the tests in it, and removes it
 * whatever happens in between. `HOLDFAST_TEST_POSTGRES` names the folder of other binaries.
 */
export const withDatabase = async <T>(use: (database: TestDatabase) => Promise<T>): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-test-'))
  try {
    // PostgreSQL started by root runs as another user, who has to get in.
    await chmod(folder, 0o711)
    return await started(folder, use)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const started = async <T>(
  folder: string,
  use: (database: TestDatabase) => Promise<T>,
): Promise<T> => {
  const binaries = process.env.HOLDFAST_TEST_POSTGRES
  const other = binaries ? { binaries } : {}
  const postgres = await startEmbeddedPostgres({ folder, durable: false, ...other })
  try {
    const url = postgres.url('postgres')
    await prepareTemplates(url)
    return await use({ url, folder })
  } finally {
    await postgres.stop()
  }
}
