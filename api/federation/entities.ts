import { mustBeKnown, type Context } from '../access/context.js'
import { Assurance } from '../assurances/assurance.entity.js'
import { AssuranceResolver } from '../assurances/assurance.resolver.js'
import { Consultation } from '../consultations/consultation.entity.js'
import { ConsultationResolver } from '../consultations/consultation.resolver.js'
import { Organisation } from '../regions/organisation.entity.js'
import { Practice } from '../regions/practice.entity.js'
import { PracticeResolver } from '../regions/practice.resolver.js'
import { Programme } from '../regions/programme.entity.js'
import { Region } from '../regions/region.entity.js'
import { RegionResolver } from '../regions/region.resolver.js'
import { Rollout } from '../rollouts/rollout.entity.js'
import { RolloutResolver } from '../rollouts/rollout.resolver.js'
import { Suspension } from '../suspensions/suspension.entity.js'
import { SuspensionResolver } from '../suspensions/suspension.resolver.js'

/** The types that other subgraphs may add fields to. */
export const ENTITY_TYPES = [
  Assurance, Consultation, Organisation, Practice, Programme, Region, Rollout, Suspension,
] as const

/** What others know a thing by, and how it is read by that. */
interface Entity {
  /** The field that is its key. */
  readonly key: string
  /**
   * Reads it as its own query does: null where that answers null, and a `Refusal` where that
   * refuses. What has no query of its own is read as its list is.
   */
  readonly read: (key: string, context: Context) => object | null | undefined
}

/** Each entity by the name of its type. */
export const ENTITIES: Readonly<Record<string, Entity>> = {
  Assurance: {
    key: 'id',
    read: (id, context) => new AssuranceResolver().assurance(id, null, context),
  },
  Consultation: {
    key: 'id',
    read: (id, context) => new ConsultationResolver().consultation(id, null, context),
  },
  Organisation: {
    key: 'code',
    read: (code, context) => {
      mustBeKnown(context)
      return context.register.get('organisation', code)
    },
  },
  Practice: {
    key: 'odsCode',
    read: (odsCode, context) => new PracticeResolver().practice(odsCode, null, context),
  },
  Programme: { key: 'code', read: (code, { register }) => register.get('programme', code) },
  Region: {
    key: 'code',
    read: (code, context) => new RegionResolver().region(code, null, context),
  },
  Rollout: {
    key: 'id',
    read: (id, context) => new RolloutResolver().rollout(id, null, context),
  },
  Suspension: {
    key: 'id',
    read: (id, context) => new SuspensionResolver().suspension(id, null, context),
  },
}
