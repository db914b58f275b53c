import type { MigrationInterface, QueryRunner } from 'typeorm'

const COLUMNS = `
ALTER TABLE proposal ADD COLUMN basis jsonb;
ALTER TABLE consultation ADD COLUMN "recordedAt" timestamptz;
ALTER TABLE live
  ADD COLUMN breach text,
  ADD COLUMN "permittedFrom" timestamptz CHECK ("permittedFrom" IS NULL OR breach IS NOT NULL);`

/**
 * What a proposal was based on, when a consultation was told of that had been opened elsewhere, and
 * which first uploads were breaches. Null in all rows that were written before.
 */
export class LateFacts9 implements MigrationInterface {
  name = 'LateFacts0000000000009'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(COLUMNS)
  }

  async down(): Promise<void> {
    throw new Error('These columns hold what the ledger tells; they are not taken away.')
  }
}
