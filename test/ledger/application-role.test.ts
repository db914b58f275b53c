import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { Client } from 'pg'
import { applicationConnection } from '../../api/data-source.js'
import { TABLES } from '../../api/register/facts.js'
import { createDatabase, dropDatabase } from '../world/world.js'

let url: string
let application: Client
beforeAll(async () => {
  url = await createDatabase('bodies')
  application = new Client(applicationConnection(url))
  await application.connect()
})
afterAll(async () => {
  await application.end()
  await dropDatabase(url)
})

const DENIED = '42501'

test('the application is nobody but its role, which nobody can log in as', async () => {
  const { rows } = await application.query(
    `SELECT current_user::text AS name, rolsuper, rolcreaterole, rolcreatedb, rolbypassrls,
      rolcanlogin FROM pg_roles WHERE rolname = current_user`,
  )
  const nothing = { rolsuper: false, rolcreaterole: false, rolcreatedb: false, rolbypassrls: false }
  expect(rows).toEqual([{ name: 'holdfast_application', ...nothing, rolcanlogin: false }])
})

test('it owns nothing', async () => {
  const { rows } = await application.query(
    'SELECT relname FROM pg_class WHERE relowner = current_user::regrole',
  )
  expect(rows).toEqual([])
})

test.each(TABLES)('it may read, add and edit rows of %s, and take none away', async (table) => {
  const { rows } = await application.query(
    `SELECT string_agg(privilege, ' ') AS may
      FROM unnest('{SELECT,INSERT,UPDATE,DELETE,TRUNCATE,REFERENCES,TRIGGER}'::text[]) AS privilege
      WHERE has_table_privilege($1, privilege)`,
    [table],
  )
  expect(rows).toEqual([{ may: 'SELECT INSERT UPDATE' }])
  await expect(application.query(`DELETE FROM ${table}`)).rejects.toMatchObject({ code: DENIED })
  await expect(application.query(`TRUNCATE ${table}`)).rejects.toMatchObject({ code: DENIED })
})

test.each([
  [`UPDATE ledger_entry SET subject = 'somebody else'`],
  ['UPDATE ledger_entry SET body = NULL, salt = NULL'],
  ['DELETE FROM ledger_entry'],
  ['TRUNCATE ledger_entry'],
  [
    `INSERT INTO ledger_entry SELECT * FROM ledger_entry
      ON CONFLICT (sequence) DO UPDATE SET at = now()`,
  ],
  ['SELECT * FROM ledger_entry FOR UPDATE'],
  ['DO $$BEGIN LOCK TABLE ledger_entry IN ACCESS EXCLUSIVE MODE; END$$'],
  ['DELETE FROM refused_attempt'],
  [`UPDATE refused_attempt SET code = 'X'`],
  ['DELETE FROM anonymous_refusal'],
  ['CREATE TABLE mine (id integer)'],
  ['CREATE SCHEMA mine'],
  ['CREATE VIEW mine AS SELECT 1'],
  [`CREATE FUNCTION mine() RETURNS integer LANGUAGE sql AS 'SELECT 1'`],
  ['ALTER TABLE ledger_entry DISABLE TRIGGER ALL'],
  ['ALTER TABLE practice DISABLE TRIGGER ALL'],
  ['ALTER TABLE practice DROP CONSTRAINT practice_pkey'],
  ['ALTER TABLE practice ENABLE ROW LEVEL SECURITY'],
  ['CREATE RULE mine AS ON DELETE TO practice DO INSTEAD NOTHING'],
  ['DROP TABLE ledger_entry'],
  ['DROP VIEW membership'],
  [`SET session_replication_role = 'replica'`],
  ['ALTER ROLE holdfast_application SUPERUSER'],
  ['CREATE ROLE mine'],
])('it may not: %s', async (statement) => {
  await expect(application.query(statement)).rejects.toMatchObject({ code: DENIED })
})

test('it cannot give itself what it may not do', async () => {
  // PostgreSQL answers with a warning, and grants nothing.
  await application.query('GRANT ALL ON ledger_entry TO holdfast_application')
  const deletion = application.query('DELETE FROM ledger_entry')
  await expect(deletion).rejects.toMatchObject({ code: DENIED })
})

test('resetting its role leaves it what it is', async () => {
  await application.query('RESET ROLE')
  const { rows } = await application.query('SELECT current_user::text AS name')
  expect(rows).toEqual([{ name: 'holdfast_application' }])
})
