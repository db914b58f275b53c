import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm'
import type { Day, Moment } from '../kernel/moment.js'
import { MomentColumn } from '../ledger/moment-column.js'

/** A change that was asked for and refused. Kept outside the ledger, and without the lock. */
@Entity('refused_attempt')
export class RefusedAttempt {
  @PrimaryGeneratedColumn('identity') id!: number
  @MomentColumn() at!: Moment
  @Column('text') issuer!: string
  @Column('text') subject!: string
  @Column('text') organisation!: string
  @Column('text') role!: string
  @Column('text') command!: string
  @Column('jsonb') input!: unknown
  @Column('text') code!: string
  @Column('text') message!: string
}

/** How many attempts without a token were refused on a day: those are only counted. */
@Entity('anonymous_refusal')
export class AnonymousRefusal {
  @PrimaryColumn('date') day!: Day
  @PrimaryColumn('text') command!: string
  @Column('integer') refused!: number
}
