import type { MigrationInterface, QueryRunner } from 'typeorm'

const TABLES = `
CREATE TABLE installation (
  id text PRIMARY KEY CHECK (id = 'HOLDFAST'),
  demonstration boolean NOT NULL,
  "firstStartedAt" timestamptz NOT NULL,
  "clockBeganAt" timestamptz,
  version integer NOT NULL
);
CREATE TABLE organisation (
  code text PRIMARY KEY,
  name text NOT NULL,
  version integer NOT NULL
);
CREATE TABLE region (
  code text PRIMARY KEY,
  name text NOT NULL,
  kind text NOT NULL,
  parents jsonb NOT NULL CHECK (jsonb_typeof(parents) = 'array'),
  version integer NOT NULL
);
CREATE TABLE practice (
  "odsCode" text PRIMARY KEY,
  name text NOT NULL,
  "openFrom" date,
  "openTo" date CHECK ("openTo" > "openFrom"),
  memberships jsonb NOT NULL CHECK (jsonb_typeof(memberships) = 'array'),
  suppliers jsonb NOT NULL CHECK (jsonb_typeof(suppliers) = 'array'),
  version integer NOT NULL
);
CREATE TABLE programme (
  code text PRIMARY KEY,
  name text NOT NULL,
  terms jsonb NOT NULL CHECK (jsonb_array_length(terms) > 0),
  version integer NOT NULL
);
CREATE TABLE rollout (
  id text PRIMARY KEY,
  programme text NOT NULL REFERENCES programme,
  region text NOT NULL REFERENCES region,
  classification text NOT NULL
    CHECK (classification IN ('EARLY_ADOPTER', 'FAST_FOLLOWER', 'ACCELERATED', 'STANDARD')),
  "earlierClassifications" jsonb NOT NULL,
  practices text[],
  "plannedOn" date,
  "startedAt" timestamptz,
  "endedAt" timestamptz CHECK ("endedAt" >= "startedAt"),
  version integer NOT NULL
);
CREATE TABLE mailing (
  id text PRIMARY KEY,
  programme text NOT NULL REFERENCES programme,
  region text NOT NULL REFERENCES region,
  practices text[],
  packs integer NOT NULL CHECK (packs > 0),
  "lastReceivedOn" date NOT NULL,
  "withOptOutForm" boolean NOT NULL,
  version integer NOT NULL
);
CREATE TABLE suspension (
  id text PRIMARY KEY,
  programme text NOT NULL REFERENCES programme,
  strength text NOT NULL CHECK (strength IN ('BINDING', 'ADVISORY')),
  scope jsonb NOT NULL CHECK (jsonb_array_length(scope) > 0),
  "from" timestamptz NOT NULL,
  "liftedAt" timestamptz,
  signatories text[] NOT NULL,
  "imposedBy" text NOT NULL,
  reason text NOT NULL,
  version integer NOT NULL
);
CREATE TABLE live (
  id text PRIMARY KEY,
  programme text NOT NULL REFERENCES programme,
  practice text NOT NULL REFERENCES practice,
  "liveFrom" timestamptz NOT NULL,
  version integer NOT NULL
);
CREATE TABLE ledger_entry (
  sequence integer PRIMARY KEY CHECK (sequence > 0),
  at timestamptz NOT NULL,
  change uuid NOT NULL,
  issuer text NOT NULL,
  subject text NOT NULL,
  organisation text NOT NULL,
  kind text NOT NULL,
  "bodyHash" text NOT NULL,
  salt text,
  body text,
  root text NOT NULL UNIQUE
);
CREATE INDEX ledger_entry_change ON ledger_entry (change);
CREATE TABLE refused_attempt (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL,
  issuer text NOT NULL,
  subject text NOT NULL,
  organisation text NOT NULL,
  role text NOT NULL,
  command text NOT NULL,
  input jsonb NOT NULL,
  code text NOT NULL,
  message text NOT NULL
);
CREATE TABLE anonymous_refusal (
  day date NOT NULL,
  command text NOT NULL,
  refused integer NOT NULL,
  PRIMARY KEY (day, command)
);`

/** What the application may do. It owns nothing; into the ledger it inserts, and no more. */
const GRANTS = `
GRANT SELECT, INSERT, UPDATE ON
  installation, organisation, region, practice, programme, rollout, mailing, suspension, live,
  anonymous_refusal
  TO holdfast_application;
GRANT SELECT, INSERT ON ledger_entry, refused_attempt TO holdfast_application;`

const VIEW = `
CREATE VIEW membership AS
  SELECT practice."odsCode" AS practice, term.region, term."from", term."to"
  FROM practice, jsonb_to_recordset(practice.memberships) AS term(region text, "from" date, "to" date);
GRANT SELECT ON membership TO holdfast_application;`

/** Tables of the governed facts, of the ledger and of refused attempts. */
export class FirstTables1 implements MigrationInterface {
  name = 'FirstTables0000000000001'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES)
    await runner.query(GRANTS)
    await runner.query(VIEW)
  }

  async down(): Promise<void> {
    throw new Error('The first tables hold the ledger; they are not taken away.')
  }
}
