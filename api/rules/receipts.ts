import { startOfDayMs } from '../kernel/moment.js'
import type { Dossier } from './dossier.js'
import type { PlacedMailing } from './evidence.js'
import { contains } from './intervals.js'
import { keptFor } from './kept-for.js'
import { ofProgramme, Reach } from './reach.js'

/** The mailings of a programme that reached patients, and were no breach, by whose. */
export type Mailings = Reach<PlacedMailing>

/** Kept until a mailing changes. */
export const mailingsOf = keptFor(['mailing'], (register, programme): Mailings => {
  const reach = new Reach<PlacedMailing>()
  const mailings = ofProgramme(register.all('mailing'), programme)
  for (const [order, mailing] of mailings.entries()) {
    const { id, lastReceivedOn, voidedAt, breach, region, practices } = mailing
    // What is only planned, or was recorded in error, reached nobody; who breaks a promise gains
    // nothing by it.
    if (lastReceivedOn === null || voidedAt !== null || breach) continue
    const receivedMs = startOfDayMs(lastReceivedOn)
    const placed = { order, id, receivedOn: lastReceivedOn, receivedMs }
    reach.add(placed, { regions: [region], practices })
  }
  return reach
})

/** Those that reached patients of a practice, earliest first: naming it, or where it belonged. */
export const receiptsOf = (mailings: Mailings, { practice, stays }: Dossier): PlacedMailing[] =>
  [
    ...mailings.naming(practice.odsCode),
    ...stays.flatMap((stay) =>
      stay.path.regions
        .flatMap((region) => mailings.in(region))
        .filter(({ receivedMs }) => contains(stay, receivedMs)),
    ),
  ].sort((a, b) => a.receivedMs - b.receivedMs)
