import { toMoment } from '../kernel/moment.js'
import type { Activity } from '../kernel/vocabulary.js'
import type { TurnFact } from '../register/facts.js'
import type { Turn } from './effect.js'

/** Gathers turns of many practices: those that turn alike, from one moment on, are told as one. */
export class TurnsTold {
  private readonly groups = new Map<string, { fact: TurnFact; practices: string[] }>()

  add(programme: string, activity: Activity, odsCode: string, each: Turn): void {
    const { turn, suspension, fromMs, untilMs } = each
    const key = [programme, activity, turn, suspension, fromMs, untilMs].join(' ')
    const known = this.groups.get(key)
    if (known) {
      known.practices.push(odsCode)
      return
    }
    const practices = [odsCode]
    const from = toMoment(fromMs)
    const until = Number.isFinite(untilMs) ? toMoment(untilMs) : null
    this.groups.set(key, {
      fact: { programme, activity, turn, suspension, from, until, practices },
      practices,
    })
  }

  get facts(): TurnFact[] {
    return Array.from(this.groups.values(), ({ fact }) => fact)
  }
}
