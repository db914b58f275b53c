import { agreements } from './agreements/source.js'
import { assurances } from './assurances/source.js'
import { breaches } from './breaches/source.js'
import { consultations } from './consultations/source.js'
import { dispensations } from './dispensations/source.js'
import { ledger } from './ledger/source.js'
import { mailings } from './mailings/source.js'
import { organisations } from './organisations/source.js'
import { practices } from './practices/source.js'
import { programmes } from './programmes/source.js'
import { proposals } from './proposals/source.js'
import { purdahs } from './purdahs/source.js'
import { refusedAttempts } from './refused-attempts/source.js'
import { regions } from './regions/source.js'
import { rollouts } from './rollouts/source.js'
import { suspensions } from './suspensions/source.js'
import { uploadReports } from './upload-reports/source.js'
import { webhooks } from './webhooks/source.js'

/** Where the rows of each resource come from. */
export const sources = {
  agreements,
  assurances,
  breaches,
  consultations,
  dispensations,
  ledger,
  mailings,
  organisations,
  practices,
  programmes,
  proposals,
  purdahs,
  'refused-attempts': refusedAttempts,
  regions,
  rollouts,
  suspensions,
  'upload-reports': uploadReports,
  webhooks,
}
