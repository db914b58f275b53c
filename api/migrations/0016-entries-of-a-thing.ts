import type { MigrationInterface, QueryRunner } from 'typeorm'

const INDEXES = `
CREATE INDEX ledger_entry_of_key ON ledger_entry ((body::jsonb ->> 'key'), sequence);
CREATE INDEX ledger_entry_of_table ON ledger_entry ((body::jsonb ->> 'table'), sequence);`

/** Finds the entries of a thing, and of a table, without reading every other entry. */
export class EntriesOfAThing16 implements MigrationInterface {
  name = 'EntriesOfAThing0000000000016'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(INDEXES)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX ledger_entry_of_key, ledger_entry_of_table')
  }
}
