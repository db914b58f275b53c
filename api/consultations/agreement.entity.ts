import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { Moment } from '../kernel/moment.js'
import type { Matter, Party } from '../kernel/vocabulary.js'
import { MomentColumn } from '../ledger/moment-column.js'
import type { AgreementFact } from '../register/facts.js'

/** A practice, or the PCT it then belongs to, states something for that practice. */
@Entity('agreement')
export class Agreement implements AgreementFact {
  @PrimaryColumn('text') id!: string
  @Column('text') programme!: string
  @Column('text') practice!: string
  @Column('text') party!: Party
  @Column('text', { nullable: true }) region!: string | null
  @Column('text') matter!: Matter
  @MomentColumn() givenAt!: Moment
  @MomentColumn({ nullable: true }) withdrawnAt!: Moment | null
  @Column('integer') version!: number
}
