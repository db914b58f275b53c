import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { Moment } from '../kernel/moment.js'
import type { BreachKind } from '../kernel/vocabulary.js'
import { MomentColumn } from '../ledger/moment-column.js'
import type { BreachFact } from '../register/facts.js'

/** An upload, mailing, consultation or statement that the register of that moment refused. */
@Entity('breach')
export class Breach implements BreachFact {
  @PrimaryColumn('text') id!: string
  @Column('text') kind!: BreachKind
  @Column('text', { nullable: true }) programme!: string | null
  @Column('text', { nullable: true }) practice!: string | null
  @Column('text', { nullable: true }) region!: string | null
  @MomentColumn() at!: Moment
  @Column('text') of!: string
  @Column('text', { array: true }) reasons!: string[]
  @Column('text', { array: true }) suspensions!: string[]
  @Column('boolean') permitted!: boolean
  @Column('integer') version!: number
}
