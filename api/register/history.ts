import { LRUCache } from 'lru-cache'
import { invariant } from '../kernel/invariant.js'
import { sayMoment, toMs, type Moment } from '../kernel/moment.js'
import { Refusal } from '../kernel/refusal.js'
import { catchUp, type Query } from './fold.js'
import type { Follower } from './follower.js'
import { Register } from './register.js'

const ASKED_MAX = 8

const SEQUENCES = `
SELECT coalesce(
  (SELECT sequence FROM ledger_entry
   WHERE at <= asked.at ORDER BY at DESC, sequence DESC LIMIT 1), 0) AS sequence
FROM unnest($1::timestamptz[]) WITH ORDINALITY AS asked(at, place)
ORDER BY place`

/** The registers of the past: folded again from the ledger when somebody asks for them. */
export class History {
  private readonly asked = new LRUCache<number, Register>({ max: ASKED_MAX })

  constructor(
    private readonly query: Query,
    private readonly follower: Follower,
  ) {}

  /** The last entry of the ledger at each of some moments; 0 where it had not begun. */
  async sequencesAt(moments: readonly Moment[]): Promise<number[]> {
    const rows = await this.query<{ sequence: number }>(SEQUENCES, [moments])
    return rows.map(({ sequence }) => sequence)
  }

  /** The register after an entry of the ledger; before the first, an empty one. */
  async atSequence(sequence: number): Promise<Register> {
    const known = this.asked.get(sequence)
    if (known) return known
    const nearest = this.nearestTo(sequence)
    const onTheWay = (register: Register): void => this.follower.kept.add(register)
    const folded = await catchUp(this.query, nearest, { upTo: sequence, onTheWay })
    invariant(folded.head.sequence === sequence, `the ledger has no entry ${sequence}`)
    const register = folded === nearest ? folded.fork() : folded
    this.asked.set(sequence, register)
    return register
  }

  /** The register as it was known at a moment: the present one, for now and for days to come. */
  async knownAt(moment: Moment): Promise<Register> {
    const { current } = this.follower
    const [sequence = 0] = await this.sequencesAt([moment])
    if (sequence === 0) throw await this.nothingKnown(moment)
    return sequence < current.head.sequence ? this.atSequence(sequence) : current
  }

  private nearestTo(sequence: number): Register {
    let nearest = Register.empty()
    const all = [...this.follower.kept.all(), ...this.asked.values(), this.follower.current]
    for (const each of all) {
      const reached = each.head.sequence
      if (reached <= sequence && reached > nearest.head.sequence) nearest = each
    }
    return nearest
  }

  private async nothingKnown(moment: Moment): Promise<Refusal> {
    const sql = 'SELECT at FROM ledger_entry WHERE sequence = 1'
    const rows = await this.query<{ at: Date }>(sql, [])
    const begins = rows[0]?.at.toISOString() ?? null
    const since = begins === null ? 'has not begun' : `begins on ${sayMoment(toMs(begins))}`
    return new Refusal(
      'NOT_FOUND',
      `Nothing was known on ${sayMoment(toMs(moment))}: the register ${since}.`,
      { field: 'knownAt', begins },
    )
  }
}
