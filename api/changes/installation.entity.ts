import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { Moment } from '../kernel/moment.js'
import { MomentColumn } from '../ledger/moment-column.js'
import type { InstallationFact } from '../register/facts.js'

/** The one row that says whether this register is a demonstration, and since when it runs. */
@Entity('installation')
export class Installation implements InstallationFact {
  @PrimaryColumn('text') id!: 'HOLDFAST'
  @Column('boolean') demonstration!: boolean
  @MomentColumn() firstStartedAt!: Moment
  @MomentColumn({ nullable: true }) clockBeganAt!: Moment | null
  @Column('integer') version!: number
}
