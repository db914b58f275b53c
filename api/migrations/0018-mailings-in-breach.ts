import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Which mailings were breaches. Null in all rows that were written before. */
export class MailingsInBreach18 implements MigrationInterface {
  name = 'MailingsInBreach0000000000018'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE mailing ADD COLUMN breach text')
  }

  async down(): Promise<void> {
    throw new Error('This column holds what the ledger tells; it is not taken away.')
  }
}
