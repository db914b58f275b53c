import type { Context } from '../access/context.js'
import { Assurance } from '../assurances/assurance.entity.js'
import { Consultation } from '../consultations/consultation.entity.js'
import { Organisation } from '../regions/organisation.entity.js'
import { Practice } from '../regions/practice.entity.js'
import { Programme } from '../regions/programme.entity.js'
import { Region } from '../regions/region.entity.js'
import { Rollout } from '../rollouts/rollout.entity.js'
import { Suspension } from '../suspensions/suspension.entity.js'
import { READERS } from './readers.js'

/** The types that other subgraphs may add fields to. */
export const ENTITY_TYPES = [
  Assurance, Consultation, Organisation, Practice, Programme, Region, Rollout, Suspension,
] as const

interface Entity {
  /** The field that is its key. */
  readonly key: string
  readonly read: (key: string, context: Context) => object | null | undefined
}

/** Each entity by the name of its type, and how it is read by its key. */
export const ENTITIES: Readonly<Record<string, Entity>> = {
  Assurance: { key: 'id', read: READERS.Assurance },
  Consultation: { key: 'id', read: READERS.Consultation },
  Organisation: { key: 'code', read: READERS.Organisation },
  Practice: { key: 'odsCode', read: READERS.Practice },
  Programme: { key: 'code', read: READERS.Programme },
  Region: { key: 'code', read: READERS.Region },
  Rollout: { key: 'id', read: READERS.Rollout },
  Suspension: { key: 'id', read: READERS.Suspension },
}
