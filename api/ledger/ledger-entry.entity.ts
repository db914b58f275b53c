import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { Moment } from '../kernel/moment.js'
import { MomentColumn } from './moment-column.js'

/** One row of the ledger. Inserted once; never updated, never deleted by the application. */
@Entity('ledger_entry')
export class LedgerEntryRow {
  @PrimaryColumn('integer') sequence!: number
  @MomentColumn() at!: Moment
  @Column('uuid') change!: string
  @Column('text') issuer!: string
  @Column('text') subject!: string
  @Column('text') organisation!: string
  @Column('text') kind!: string
  @Column('text') bodyHash!: string
  /** Null, with the body, once redacted. */
  @Column('text', { nullable: true }) salt!: string | null
  /** Canonical JSON of the body. */
  @Column('text', { nullable: true }) body!: string | null
  /** Root of the tree up to and with this entry. */
  @Column('text') root!: string
}
