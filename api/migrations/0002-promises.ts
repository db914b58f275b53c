import type { MigrationInterface, QueryRunner } from 'typeorm'

const TABLES = `
ALTER TABLE suspension RENAME COLUMN "liftedAt" TO "endedAt";
ALTER TABLE suspension
  ADD COLUMN ending text CHECK (ending IN ('LIFTED', 'REPLACED', 'ANNULLED')),
  ADD COLUMN "endingReason" text,
  ADD COLUMN "replacedBy" text REFERENCES suspension,
  ADD COLUMN assurance text,
  ADD COLUMN conditions jsonb NOT NULL,
  ADD COLUMN releases boolean NOT NULL,
  ADD COLUMN spared text[] NOT NULL;
ALTER TABLE rollout ADD COLUMN funding jsonb;
ALTER TABLE mailing
  ALTER COLUMN "lastReceivedOn" DROP NOT NULL,
  ADD COLUMN "plannedFor" date,
  ADD COLUMN exemption text,
  ADD COLUMN "voidedAt" timestamptz;
CREATE TABLE purdah (
  code text PRIMARY KEY,
  name text NOT NULL,
  "from" timestamptz NOT NULL,
  "to" timestamptz CHECK ("to" > "from"),
  version integer NOT NULL
);
CREATE TABLE consultation (
  id text PRIMARY KEY,
  programme text NOT NULL REFERENCES programme,
  title text NOT NULL,
  audience text NOT NULL CHECK (audience IN ('PRACTICES', 'PATIENTS')),
  regions text[] NOT NULL,
  "openedAt" timestamptz NOT NULL,
  "closesOn" date NOT NULL,
  deviation jsonb,
  exemption text,
  responses integer NOT NULL CHECK (responses >= 0),
  "concludedAt" timestamptz,
  outcome text,
  evidence jsonb,
  version integer NOT NULL
);
CREATE TABLE agreement (
  id text PRIMARY KEY,
  programme text NOT NULL REFERENCES programme,
  practice text NOT NULL REFERENCES practice,
  party text NOT NULL CHECK (party IN ('PRACTICE', 'PCT')),
  region text REFERENCES region CHECK ((party = 'PCT') = (region IS NOT NULL)),
  matter text NOT NULL CHECK (matter IN ('INFORMED', 'ABLE_TO_OPT_OUT')),
  "givenAt" timestamptz NOT NULL,
  "withdrawnAt" timestamptz,
  version integer NOT NULL
);
CREATE TABLE signoff (
  id text PRIMARY KEY,
  suspension text NOT NULL REFERENCES suspension,
  condition text NOT NULL,
  organisation text NOT NULL REFERENCES organisation,
  regions text[],
  practices text[],
  "givenAt" timestamptz NOT NULL,
  "withdrawnAt" timestamptz,
  version integer NOT NULL
);
CREATE TABLE dispensation (
  id text PRIMARY KEY,
  suspension text NOT NULL REFERENCES suspension,
  regions text[],
  practices text[],
  "requestedBy" text NOT NULL,
  "requestedAt" timestamptz NOT NULL,
  until timestamptz NOT NULL CHECK (until > "requestedAt"),
  reason text NOT NULL,
  "decidedAt" timestamptz,
  granted boolean,
  "from" timestamptz,
  "to" timestamptz CHECK ("to" >= "from"),
  version integer NOT NULL
);
CREATE TABLE assurance (
  id text PRIMARY KEY,
  programme text NOT NULL REFERENCES programme,
  text text NOT NULL,
  wording text NOT NULL CHECK (wording IN ('VERBATIM', 'AS_REPORTED')),
  "reportedBy" text,
  "givenBy" jsonb NOT NULL,
  "givenTo" jsonb NOT NULL,
  "givenOn" date NOT NULL,
  channel text NOT NULL,
  "ministerialStatement" boolean NOT NULL,
  document jsonb,
  public boolean NOT NULL,
  scope jsonb NOT NULL,
  conditions jsonb NOT NULL,
  supersedes text REFERENCES assurance,
  reaffirms boolean,
  "withdrawnAt" timestamptz,
  "recordedBy" text NOT NULL,
  version integer NOT NULL
);
ALTER TABLE suspension ADD FOREIGN KEY (assurance) REFERENCES assurance;
CREATE TABLE breach (
  id text PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('UPLOAD', 'MAILING', 'CONSULTATION', 'PURDAH')),
  programme text REFERENCES programme,
  practice text REFERENCES practice,
  region text REFERENCES region,
  at timestamptz NOT NULL,
  of text NOT NULL,
  reasons text[] NOT NULL,
  suspensions text[] NOT NULL,
  permitted boolean NOT NULL,
  version integer NOT NULL
);`

const GRANTS = `
GRANT SELECT, INSERT, UPDATE ON
  purdah, consultation, agreement, signoff, dispensation, assurance, breach
  TO holdfast_application;`

/** Tables of what was promised, of the evidence that it is kept, and of what breaks it. */
export class Promises2 implements MigrationInterface {
  name = 'Promises0000000000002'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES)
    await runner.query(GRANTS)
  }

  async down(): Promise<void> {
    throw new Error('These tables hold what the ledger tells; they are not taken away.')
  }
}
