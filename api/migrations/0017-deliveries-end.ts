import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What was told long ago is taken away: none of it is governed, and none is in the ledger. */
export class DeliveriesEnd17 implements MigrationInterface {
  name = 'DeliveriesEnd0000000000017'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE INDEX delivery_ended ON delivery ("endedAt")
  WHERE NOT (event = 'SUSPENSION_IMPOSED' AND state = 'DELIVERED');
GRANT DELETE ON delivery TO holdfast_application;`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
REVOKE DELETE ON delivery FROM holdfast_application;
DROP INDEX delivery_ended`)
  }
}
