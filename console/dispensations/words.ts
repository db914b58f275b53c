import { sayWhoSigns } from '../shared/command/words.js'
import type { Said } from '../shared/say.js'
import type { Dispensation, DispensationParts } from './source.js'

/** What became of a dispensation by the moment looked at; null is now. */
export const sayDispensation = (
  { granted, decidedAt, inForce, to, requestedAt }: DispensationParts,
  at: string | null,
): Said => {
  const isBefore = (moment: string | null) =>
    at !== null && moment !== null && Date.parse(at) < Date.parse(moment)
  if (isBefore(requestedAt)) return { word: 'Not yet asked for', tone: 'plain' }
  if (granted === null || isBefore(decidedAt)) return { word: 'Asked for', tone: 'wait' }
  if (!granted) return { word: 'Refused', tone: 'plain' }
  if (inForce) return { word: 'In force', tone: 'bad' }
  return to === null || isBefore(to)
    ? { word: 'Granted', tone: 'plain' }
    : { word: 'Over', tone: 'plain' }
}

/** Whom a dispensation that nobody has decided waits for, in their order. */
export const sayWaits = ({ suspension }: Pick<Dispensation, 'suspension'>): string => {
  const organisations = suspension.signatories.map(({ code }) => code)
  return `Waits for an administrator, then ${sayWhoSigns({ administrator: true, organisations })}`
}
