import type { Said } from '../shared/say.js'
import type { AgreementRow } from './source.js'

const STANDS: Said = { word: 'Stands', tone: 'good' }
const WITHDRAWN: Said = { word: 'Withdrawn', tone: 'plain' }
const NOT_YET: Said = { word: 'Not given yet', tone: 'plain' }

/** Whether an agreement stands at the moment looked at. */
export const standingOf = (
  { standing, withdrawnAt }: Pick<AgreementRow, 'standing' | 'withdrawnAt'>,
): Said => (standing ? STANDS : withdrawnAt ? WITHDRAWN : NOT_YET)

/** Who agreed: the practice, or its PCT by name. */
export const sayParty = ({ region }: Pick<AgreementRow, 'region'>): string =>
  region ? `${region.name} PCT`.replace(/PCT PCT$/, 'PCT') : 'The practice'

/** Why it was given, or withdrawn: null where the ledger has that redacted. */
export const sayWhy = (reason: string | null): string => reason ?? 'Not told any more'
