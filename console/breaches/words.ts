import { sayPractice } from '../shared/PracticeLink.js'
import type { BreachRow } from './source.js'

export const BREACH_KINDS = {
  UPLOAD: 'Upload',
  MAILING: 'Mailing',
  CONSULTATION: 'Consultation',
  PURDAH: 'Statement in purdah',
} as const satisfies Record<BreachRow['kind'], string>

/** Why something was refused, by the code of the reason. */
const REASONS: Readonly<Record<string, string | undefined>> = {
  SUSPENDED: 'A binding suspension held it.',
  NO_ROLLOUT: 'No rollout of the programme covered the practice.',
  ROLLOUT_NOT_STARTED: 'The rollout that covers the practice had not started.',
  ROLLOUT_ENDED: 'The rollout that covers the practice was over.',
  NOTICE_TOO_SHORT: 'Its patients had not had the notice of the programme.',
  PRACTICE_NOT_OPEN: 'The practice was not open, or in no region.',
  PRACTICE_UNKNOWN: 'The register had no such practice.',
  REGISTER_STALE: 'The register was not known to be current.',
  IN_PURDAH: 'It fell into purdah, without exemption.',
}

/** A reason to refuse, in words. One that is not known here is told by its code. */
export const sayReason = (code: string): string => REASONS[code] ?? code

/** The practice or the region something was done in. */
export const sayWhere = ({ practice, practiceCode, region }: Pick<
  BreachRow, 'practice' | 'practiceCode' | 'region'
>): string => {
  if (!practiceCode) return region?.name ?? 'Several regions, or none'
  return sayPractice({ practice, practiceCode })
}
