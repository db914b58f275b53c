import type { MigrationInterface, QueryRunner } from 'typeorm'

const TABLES = `
CREATE TABLE outbox (
  sequence integer PRIMARY KEY,
  first integer NOT NULL CHECK (first <= sequence),
  at timestamptz NOT NULL,
  turns jsonb NOT NULL,
  "fannedOut" boolean NOT NULL
);
CREATE INDEX outbox_waiting ON outbox (sequence) WHERE NOT "fannedOut";
CREATE TABLE endpoint (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('WEBHOOK', 'MAIL')),
  url text,
  secret text,
  events text[] NOT NULL,
  owner jsonb NOT NULL,
  since integer NOT NULL,
  "createdAt" timestamptz NOT NULL,
  "removedAt" timestamptz,
  "busyUntil" timestamptz NOT NULL,
  CHECK ((kind = 'WEBHOOK') = (url IS NOT NULL AND secret IS NOT NULL))
);
CREATE UNIQUE INDEX endpoint_mail ON endpoint ((owner ->> 'organisation')) WHERE kind = 'MAIL';
CREATE TABLE delivery (
  id uuid PRIMARY KEY,
  endpoint uuid NOT NULL REFERENCES endpoint,
  event text NOT NULL,
  subject text NOT NULL,
  sequence integer NOT NULL,
  payload text NOT NULL,
  state text NOT NULL CHECK (state IN ('WAITING', 'DELIVERED', 'DEAD')),
  attempts integer NOT NULL,
  "firstDueAt" timestamptz NOT NULL,
  "nextAttemptAt" timestamptz NOT NULL,
  "endedAt" timestamptz CHECK ((state = 'WAITING') = ("endedAt" IS NULL)),
  fault text,
  UNIQUE (endpoint, event, subject)
);
CREATE INDEX delivery_waiting ON delivery (endpoint, "nextAttemptAt") WHERE state = 'WAITING';
CREATE INDEX delivery_of ON delivery (endpoint, sequence);
CREATE TABLE acknowledgement (
  suspension text NOT NULL REFERENCES suspension,
  supplier text NOT NULL,
  at timestamptz NOT NULL,
  issuer text NOT NULL,
  subject text NOT NULL,
  PRIMARY KEY (suspension, supplier)
);`

const GRANTS = `
GRANT SELECT, INSERT ON outbox, endpoint, delivery, acknowledgement TO holdfast_application;
GRANT UPDATE ("fannedOut") ON outbox TO holdfast_application;
GRANT UPDATE ("removedAt", "busyUntil") ON endpoint TO holdfast_application;
GRANT UPDATE (payload, state, attempts, "firstDueAt", "nextAttemptAt", "endedAt", fault)
  ON delivery TO holdfast_application;`

/** Tables of what is to be told to whom. None of it is governed, and none is in the ledger. */
export class Told13 implements MigrationInterface {
  name = 'Told0000000000013'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES)
    await runner.query(GRANTS)
  }

  async down(): Promise<void> {
    throw new Error('These tables say who was told; they are not taken away.')
  }
}
