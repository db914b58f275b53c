import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { Day, Moment } from '../kernel/moment.js'
import type { Audience } from '../kernel/vocabulary.js'
import { MomentColumn } from '../ledger/moment-column.js'
import type { ConsultationFact, DocumentFact } from '../register/facts.js'

/** Practices or patients are asked. */
@Entity('consultation')
export class Consultation implements ConsultationFact {
  @PrimaryColumn('text') id!: string
  @Column('text') programme!: string
  @Column('text') title!: string
  @Column('text') audience!: Audience
  @Column('text', { array: true }) regions!: string[]
  @MomentColumn() openedAt!: Moment
  @Column('date') closesOn!: Day
  @Column('jsonb', { nullable: true }) deviation!: ConsultationFact['deviation']
  @Column('text', { nullable: true }) exemption!: string | null
  @Column('integer') responses!: number
  @MomentColumn({ nullable: true }) concludedAt!: Moment | null
  @Column('text', { nullable: true }) outcome!: string | null
  @Column('jsonb', { nullable: true }) evidence!: DocumentFact | null
  @Column('integer') version!: number
}
