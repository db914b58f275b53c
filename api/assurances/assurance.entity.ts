import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { Day, Moment } from '../kernel/moment.js'
import type { Wording } from '../kernel/vocabulary.js'
import { MomentColumn } from '../ledger/moment-column.js'
import type {
  AssuranceFact, ConditionFact, DocumentFact, ScopeClauseFact, SpeakerFact,
} from '../register/facts.js'

/** What was promised. In its words, never overwritten. */
@Entity('assurance')
export class Assurance implements AssuranceFact {
  @PrimaryColumn('text') id!: string
  @Column('text') programme!: string
  @Column('text') text!: string
  @Column('text') wording!: Wording
  @Column('text', { nullable: true }) reportedBy!: string | null
  @Column('jsonb') givenBy!: SpeakerFact[]
  @Column('jsonb') givenTo!: SpeakerFact[]
  @Column('date') givenOn!: Day
  @Column('text') channel!: string
  @Column('jsonb', { nullable: true }) document!: DocumentFact | null
  @Column('boolean') public!: boolean
  @Column('jsonb') scope!: ScopeClauseFact[]
  @Column('jsonb') conditions!: ConditionFact[]
  @Column('text', { nullable: true }) supersedes!: string | null
  @Column('boolean', { nullable: true }) reaffirms!: boolean | null
  @MomentColumn({ nullable: true }) withdrawnAt!: Moment | null
  @Column('text') recordedBy!: string
  @Column('integer') version!: number
}
