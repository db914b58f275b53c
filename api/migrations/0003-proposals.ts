import type { MigrationInterface, QueryRunner } from 'typeorm'

const TABLES = `
CREATE TABLE proposal (
  id text PRIMARY KEY,
  command text NOT NULL,
  input jsonb NOT NULL,
  proposer jsonb NOT NULL,
  "proposedAt" timestamptz NOT NULL,
  turns jsonb NOT NULL,
  weakens text[] NOT NULL,
  needs jsonb NOT NULL,
  signatures jsonb NOT NULL,
  state text NOT NULL
    CHECK (state IN ('AWAITING', 'APPLIED', 'DECLINED', 'WITHDRAWN', 'VOID')),
  "endedAt" timestamptz CHECK ((state = 'AWAITING') = ("endedAt" IS NULL)),
  ending text,
  changed text[] NOT NULL,
  version integer NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON proposal TO holdfast_application;`

/** The table of commands that wait for signatures. */
export class Proposals3 implements MigrationInterface {
  name = 'Proposals0000000000003'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES)
  }

  async down(): Promise<void> {
    throw new Error('This table holds what the ledger tells; it is not taken away.')
  }
}
