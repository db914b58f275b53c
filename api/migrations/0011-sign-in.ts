import type { MigrationInterface, QueryRunner } from 'typeorm'

const TABLES = `
CREATE TABLE configuration (
  id text PRIMARY KEY CHECK (id = 'HOLDFAST'),
  hash text NOT NULL,
  issuers jsonb NOT NULL,
  systems jsonb NOT NULL,
  version integer NOT NULL
);
CREATE TABLE oidc_payload (
  model text NOT NULL,
  id text NOT NULL,
  payload jsonb NOT NULL,
  "grantId" text,
  uid text,
  "expiresAt" timestamptz,
  PRIMARY KEY (model, id)
);
CREATE INDEX oidc_payload_grant ON oidc_payload ("grantId");
CREATE INDEX oidc_payload_uid ON oidc_payload (uid);
CREATE INDEX oidc_payload_expires ON oidc_payload ("expiresAt");`

const GRANTS = `
GRANT SELECT, INSERT, UPDATE ON configuration TO holdfast_application;
GRANT SELECT, INSERT, UPDATE, DELETE ON oidc_payload TO holdfast_application;`

/** Whose tokens count, which is governed; and what the built-in issuer keeps, which is not. */
export class SignIn11 implements MigrationInterface {
  name = 'SignIn0000000000011'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES)
    await runner.query(GRANTS)
  }

  async down(): Promise<void> {
    throw new Error('One of these tables holds what the ledger tells; it is not taken away.')
  }
}
