import type { MigrationInterface, QueryRunner } from 'typeorm'

const TABLES = `
CREATE INDEX ledger_entry_at ON ledger_entry (at, sequence);
CREATE TABLE upload_request (
  supplier text NOT NULL,
  id uuid NOT NULL,
  programme text NOT NULL REFERENCES programme,
  "bodyHash" text NOT NULL,
  answer jsonb NOT NULL,
  "receivedAt" timestamptz NOT NULL,
  "followedUp" boolean NOT NULL,
  PRIMARY KEY (supplier, id)
);
CREATE INDEX upload_request_to_follow ON upload_request (supplier, "receivedAt")
  WHERE NOT "followedUp";
CREATE TABLE upload_report (
  id uuid PRIMARY KEY,
  supplier text NOT NULL,
  request uuid NOT NULL,
  programme text NOT NULL REFERENCES programme,
  practice text NOT NULL REFERENCES practice,
  night date NOT NULL,
  "uploadedAt" timestamptz NOT NULL,
  records integer NOT NULL CHECK (records > 0),
  "registerSequence" integer,
  at timestamptz,
  FOREIGN KEY (supplier, request) REFERENCES upload_request
);
CREATE INDEX upload_report_request ON upload_report (supplier, request);
CREATE INDEX upload_report_practice ON upload_report (practice, "uploadedAt");
CREATE INDEX upload_report_uploaded_at ON upload_report ("uploadedAt", id);`

const GRANTS = `
GRANT SELECT, INSERT ON upload_request, upload_report TO holdfast_application;
GRANT UPDATE ("followedUp") ON upload_request TO holdfast_application;`

/** Tables of what suppliers report, and what finds an entry of the ledger by its moment. */
export class UploadReports4 implements MigrationInterface {
  name = 'UploadReports0000000000004'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES)
    await runner.query(GRANTS)
  }

  async down(): Promise<void> {
    throw new Error('These tables hold what was reported; they are not taken away.')
  }
}
