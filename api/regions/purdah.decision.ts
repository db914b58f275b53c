import { sayMoment, toMs } from '../kernel/moment.js'
import { Refusal } from '../kernel/refusal.js'
import type { PurdahFact } from '../register/facts.js'
import type { Register } from '../register/register.js'
import type { Interval } from '../rules/intervals.js'
import { purdahDuring } from '../rules/purdah.js'

/** An act that purdah forbids: what it is, in words, when, and who permits it all the same. */
export interface PublicAct {
  readonly what: string
  readonly during: readonly Interval[]
  readonly exemption: string | null
}

const sayEnd = ({ to }: PurdahFact): string =>
  to === null ? 'whose end is not known yet' : `which ends on ${sayMoment(toMs(to))}`

/** Refuses what falls into a pre-election period without an exemption. */
export const refuseInPurdah = (
  register: Register,
  { what, during, exemption }: PublicAct,
): void => {
  if (exemption !== null) return
  for (const interval of during) {
    const purdah = purdahDuring(register, interval)
    if (!purdah) continue
    const { code, name, to } = purdah
    throw new Refusal(
      'IN_PURDAH',
      `${what} falls into purdah: ${name} (${code}), ${sayEnd(purdah)}. ` +
        'Wait until it is over, or name the exemption.',
      { purdah: code, until: to },
    )
  }
}
