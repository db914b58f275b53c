import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { Moment } from '../kernel/moment.js'
import { MomentColumn } from '../ledger/moment-column.js'
import type { PurdahFact } from '../register/facts.js'

/** A pre-election period: a row in a calendar, never computed. */
@Entity('purdah')
export class Purdah implements PurdahFact {
  @PrimaryColumn('text') code!: string
  @Column('text') name!: string
  @MomentColumn() from!: Moment
  @MomentColumn({ nullable: true }) to!: Moment | null
  @Column('integer') version!: number
}
