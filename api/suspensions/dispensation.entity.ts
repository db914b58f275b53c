import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { Moment } from '../kernel/moment.js'
import { MomentColumn } from '../ledger/moment-column.js'
import type { DispensationFact } from '../register/facts.js'

/** An exception from one suspension: asked for, decided, and always ending. */
@Entity('dispensation')
export class Dispensation implements DispensationFact {
  @PrimaryColumn('text') id!: string
  @Column('text') suspension!: string
  @Column('text', { array: true, nullable: true }) regions!: string[] | null
  @Column('text', { array: true, nullable: true }) practices!: string[] | null
  @Column('text') requestedBy!: string
  @MomentColumn() requestedAt!: Moment
  @Column('text') reason!: string
  @MomentColumn({ nullable: true }) decidedAt!: Moment | null
  @Column('boolean', { nullable: true }) granted!: boolean | null
  @MomentColumn({ nullable: true }) from!: Moment | null
  @MomentColumn({ nullable: true }) to!: Moment | null
  @Column('integer') version!: number
}
