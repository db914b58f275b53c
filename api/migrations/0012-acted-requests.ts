import type { MigrationInterface, QueryRunner } from 'typeorm'

const TABLES = `
CREATE TABLE acted_request (
  issuer text NOT NULL,
  subject text NOT NULL,
  id uuid NOT NULL,
  "bodyHash" text NOT NULL,
  run uuid NOT NULL,
  at timestamptz NOT NULL,
  answer json,
  PRIMARY KEY (issuer, subject, id)
);
CREATE INDEX acted_request_at ON acted_request (at);
GRANT SELECT, INSERT, UPDATE (run, answer), DELETE ON acted_request TO holdfast_application;`

/** The table of requests that have acted, kept for a day so that a repeat does nothing more. */
export class ActedRequests12 implements MigrationInterface {
  name = 'ActedRequests0000000000012'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE acted_request')
  }
}
