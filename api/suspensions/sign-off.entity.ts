import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { Moment } from '../kernel/moment.js'
import { MomentColumn } from '../ledger/moment-column.js'
import type { SignOffFact } from '../register/facts.js'

/** An organisation signs that a condition of a suspension is met. */
@Entity('signoff')
export class SignOff implements SignOffFact {
  @PrimaryColumn('text') id!: string
  @Column('text') suspension!: string
  @Column('text') condition!: string
  @Column('text') organisation!: string
  @Column('text', { array: true, nullable: true }) regions!: string[] | null
  @Column('text', { array: true, nullable: true }) practices!: string[] | null
  @MomentColumn() givenAt!: Moment
  @MomentColumn({ nullable: true }) withdrawnAt!: Moment | null
  @Column('integer') version!: number
}
