import { breaches } from './breaches/source.js'
import { ledger } from './ledger/source.js'
import { practices } from './practices/source.js'
import { assurances } from './assurances/source.js'
import { dispensations } from './dispensations/source.js'
import { proposals } from './proposals/source.js'
import { regions } from './regions/source.js'
import { agreements } from './agreements/source.js'
import { consultations } from './consultations/source.js'
import { mailings } from './mailings/source.js'
import { rollouts } from './rollouts/source.js'
import { suspensions } from './suspensions/source.js'
import { refusedAttempts } from './refused-attempts/source.js'
import { uploadReports } from './upload-reports/source.js'
import { webhooks } from './webhooks/source.js'

/** Where the rows of each resource come from. */
export const sources = {
  breaches,
  ledger,
  practices,
  proposals,
  regions,
  agreements,
  consultations,
  mailings,
  rollouts,
  suspensions,
  dispensations,
  assurances,
  'refused-attempts': refusedAttempts,
  'upload-reports': uploadReports,
  webhooks,
}
