import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { Actor } from '../kernel/actor.js'
import type { Moment } from '../kernel/moment.js'
import type { CommandName } from '../kernel/mutations.js'
import type { ProposalState } from '../kernel/vocabulary.js'
import { MomentColumn } from '../ledger/moment-column.js'
import type {
  BasisFact, ProposalFact, SignatureFact, SignaturesFact, TurnFact,
} from '../register/facts.js'

/** A command that waits for signatures. */
@Entity('proposal')
export class ProposalRow implements ProposalFact {
  @PrimaryColumn('text') id!: string
  @Column('text') command!: CommandName
  @Column('jsonb') input!: object
  @Column('jsonb', { nullable: true }) basis!: BasisFact[] | null
  @Column('jsonb') proposer!: Actor
  @MomentColumn() proposedAt!: Moment
  @Column('jsonb') turns!: TurnFact[]
  @Column('text', { array: true }) weakens!: string[]
  @Column('jsonb') needs!: SignaturesFact
  @Column('jsonb') signatures!: SignatureFact[]
  @Column('text') state!: ProposalState
  @MomentColumn({ nullable: true }) endedAt!: Moment | null
  @Column('text', { nullable: true }) ending!: string | null
  @Column('text', { array: true }) changed!: string[]
  @Column('integer') version!: number
}
