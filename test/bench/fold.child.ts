import { isDeepStrictEqual } from 'node:util'
import { Client } from 'pg'
import { applicationConnection } from '../../api/data-source.js'
import type { PracticeFact } from '../../api/register/facts.js'
import { catchUp, type Query } from '../../api/register/fold.js'
import { Register } from '../../api/register/register.js'
import { answerParent } from './child.js'
import { heapMb, interleave, median, taken, type Taken } from './measure.js'

export interface FoldInput {
  readonly url: string
  readonly rounds: number
}

/** What it took to fold a whole ledger from the database. */
export interface FoldMeasured {
  readonly entries: number
  readonly first: Taken
  readonly fold: Taken
  /** The same entries read and left alone. */
  readonly read: Taken
  readonly heapMb: number
  readonly wrong: readonly string[]
}

const queryOf = (client: Client): Query => async (sql, parameters) =>
  (await client.query(sql, [...parameters])).rows as never[]

/** The practices of the register that are not, column for column, their rows in the database. */
const wrongPractices = async (query: Query, register: Register): Promise<string[]> => {
  const rows = await query<PracticeFact>(
    `SELECT "odsCode", name, "openFrom"::text, "openTo"::text, memberships, suppliers, version
     FROM practice`,
    [],
  )
  const wrong = rows.filter(
    (row) => !isDeepStrictEqual({ ...row }, register.get('practice', row.odsCode)),
  )
  const lost = rows.length === register.count('practice') ? [] : ['practices were lost']
  return [...lost, ...wrong.map(({ odsCode }) => `the register has another ${odsCode}`)]
}

const fold = async ({ url, rounds }: FoldInput): Promise<FoldMeasured> => {
  const client = new Client(applicationConnection(url))
  await client.connect()
  const query = queryOf(client)
  const emptyMb = heapMb()
  let register = Register.empty()
  const first = await taken(async () => (register = await catchUp(query, Register.empty())))
  const fullMb = heapMb() - emptyMb
  const wrong = await wrongPractices(query, register)
  const measured = await interleave(rounds, {
    fold: () => taken(() => catchUp(query, Register.empty())),
    read: () => taken(() => query('SELECT * FROM ledger_entry ORDER BY sequence', [])),
  })
  await client.end()
  const middle = (name: 'fold' | 'read'): Taken => ({
    ms: median(measured.map((round) => round[name].ms)),
    coreMs: median(measured.map((round) => round[name].coreMs)),
  })
  return {
    entries: register.head.sequence,
    first,
    fold: middle('fold'),
    read: middle('read'),
    heapMb: fullMb,
    wrong,
  }
}

answerParent({ fold })
