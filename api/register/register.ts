import { EMPTY_TREE } from '../ledger/entry-hash.js'
import type { LedgerHead } from '../ledger/append.js'
import { invariant } from '../kernel/invariant.js'
import { toMoment } from '../kernel/moment.js'
import {
  keyOf, TABLES, type AgreementFact, type Facts, type PracticeFact, type Table,
} from './facts.js'
import { LayeredMap } from './layered-map.js'

type FactMaps = { readonly [T in Table]: LayeredMap<Facts[T]> }

const forkAll = (facts: FactMaps): FactMaps =>
  Object.fromEntries(TABLES.map((table) => [table, facts[table].fork()])) as unknown as FactMaps

const emptyFacts = (): FactMaps =>
  Object.fromEntries(TABLES.map((table) => [table, LayeredMap.empty()])) as unknown as FactMaps

const addOnce = (index: LayeredMap<readonly string[]>, key: string, value: string): void => {
  const known = index.get(key) ?? []
  if (!known.includes(value)) index.set(key, [...known, value])
}

const NO_AGREEMENTS: readonly AgreementFact[] = []

const newTokens = (): Record<Table, object> =>
  Object.fromEntries(TABLES.map((table) => [table, {}])) as Record<Table, object>

export const EMPTY_HEAD: LedgerHead = { sequence: 0, at: toMoment(0), tree: EMPTY_TREE }

/**
 * Every governed fact as of one ledger entry. A published register never changes: a change works
 * on a fork, and the fork is published whole by `Follower`.
 */
export class Register {
  private constructor(
    private readonly facts: FactMaps,
    private readonly members: LayeredMap<readonly string[]>,
    private readonly agreements: LayeredMap<readonly string[]>,
    private headNow: LedgerHead,
    private readonly tokens: Record<Table, object>,
    private revisionNow: number,
  ) {}

  static empty(): Register {
    const index = () => LayeredMap.empty<readonly string[]>()
    return new Register(emptyFacts(), index(), index(), EMPTY_HEAD, newTokens(), 0)
  }

  fork(): Register {
    return new Register(
      forkAll(this.facts),
      this.members.fork(),
      this.agreements.fork(),
      this.headNow,
      { ...this.tokens },
      this.revisionNow,
    )
  }

  get head(): LedgerHead {
    return this.headNow
  }

  /** Another object after every change to a table: what is derived from the table hangs on it. */
  token(table: Table): object {
    return this.tokens[table]
  }

  /** Counts the facts put: what is derived from a fork is stale once it differs. */
  get revision(): number {
    return this.revisionNow
  }

  /** The fact with that key, or undefined. */
  get<T extends Table>(table: T, key: string): Facts[T] | undefined {
    return this.facts[table].get(key)
  }

  /** All facts of a table, in no particular order. */
  all<T extends Table>(table: T): Iterable<Facts[T]> {
    return this.facts[table].values()
  }

  count(table: Table): number {
    return this.facts[table].size
  }

  /** Codes of the practices that ever belonged to that region itself. */
  everMembers(region: string): readonly string[] {
    return this.members.get(region) ?? []
  }

  /** Agreements about a practice, in the order in which they were recorded. */
  agreementsOf(practice: string): readonly AgreementFact[] {
    const ids = this.agreements.get(practice)
    if (!ids) return NO_AGREEMENTS
    const agreements = ids.flatMap((id) => this.get('agreement', id) ?? [])
    return agreements.filter((each) => each.practice === practice)
  }

  /** Whether this is a register of the demonstration. */
  get demonstration(): boolean {
    return this.get('installation', 'HOLDFAST')?.demonstration ?? false
  }

  /** Replaces or adds a fact. Only on a fork that nobody else has seen. */
  put<T extends Table>(table: T, fact: Facts[T]): void {
    if (table === 'practice') this.indexMembers(fact as PracticeFact)
    if (table === 'agreement') this.indexAgreement(fact as AgreementFact)
    this.tokens[table] = {}
    this.facts[table].set(keyOf(table, fact), fact)
    this.revisionNow += 1
  }

  /** Moves the head on, once the entries up to it are in. */
  advance(head: LedgerHead): void {
    invariant(head.sequence >= this.headNow.sequence, 'a register that goes back')
    this.headNow = head
  }

  private indexMembers({ odsCode, memberships }: PracticeFact): void {
    for (const { region } of memberships) addOnce(this.members, region, odsCode)
  }

  private indexAgreement({ practice, id }: AgreementFact): void {
    addOnce(this.agreements, practice, id)
  }
}
