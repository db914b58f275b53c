import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { ConfigurationFact } from '../register/facts.js'

/** The one row that says whose tokens count. */
@Entity('configuration')
export class Configuration implements ConfigurationFact {
  @PrimaryColumn('text') id!: 'HOLDFAST'
  @Column('text') hash!: string
  @Column('jsonb') issuers!: readonly string[]
  @Column('jsonb') systems!: readonly string[]
  @Column('integer') version!: number
}
