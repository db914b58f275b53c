import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { effectOf } from '../../api/changes/gate.js'
import { openChange } from '../../api/changes/open-change.js'
import { operator } from '../../api/kernel/actor.js'
import { Activity } from '../../api/kernel/vocabulary.js'
import {
  keyOf, type AgreementFact, type ConditionFact, type Facts, type SignOffFact, type Table,
  type TurnFact,
} from '../../api/register/facts.js'
import type { Register } from '../../api/register/register.js'
import { turnsOf } from '../../api/rules/effect.js'
import { rulerSince } from '../../api/rules/ruler.js'
import { TurnsTold } from '../../api/rules/turns-told.js'
import { asNaive } from '../rules/as-naive.js'
import { naiveHolds, naiveRuling, type AllFacts } from '../rules/naive-ruling.js'
import { randomFacts } from '../rules/random-facts.js'
import { day, near } from '../rules/random-parts.js'
import { registerOf } from '../rules/register-of.js'

const PROGRAMMES = ['SCR', 'EPS']
const CHANGED: readonly Table[] = [
  'region', 'practice', 'programme', 'rollout', 'mailing', 'suspension', 'live', 'consultation',
  'agreement', 'signoff', 'dispensation',
]

const SINCE = '2009-01-01T00:00:00.000Z'
const ASKING = {
  id: 'c1', audience: null, days: null, party: null, matter: null, organisation: null, since: SINCE,
}

/** The one condition that a piece of evidence meets. */
const conditionMetBy = (table: Table, fact: Facts[Table]): ConditionFact | null => {
  if (table === 'mailing') return { ...ASKING, kind: 'NOTICE', days: 0 }
  if (table === 'agreement') {
    const { party, matter } = fact as AgreementFact
    return { ...ASKING, kind: 'AGREEMENT', party, matter }
  }
  if (table === 'signoff') {
    const { organisation, condition: id } = fact as SignOffFact
    return { ...ASKING, id, kind: 'SIGN_OFF', organisation }
  }
  return null
}

/** Suspensions that ask for nothing but this evidence: else it would hardly ever release. */
const asking = (facts: AllFacts, table: Table, fact: Facts[Table]): AllFacts => {
  const condition = conditionMetBy(table, fact)
  if (!condition) return facts
  const suspension = facts.suspension.map((each) => ({
    ...each,
    strength: 'BINDING' as const,
    from: SINCE,
    endedAt: null,
    releases: true,
    spared: [],
    conditions: [condition],
  }))
  return { ...facts, suspension }
}

/** A register, and one of its facts as another register has it; or a fact of that one's own. */
const randomChange = fc
  .tuple(randomFacts(PROGRAMMES), randomFacts(PROGRAMMES), near(day), fc.nat())
  .map(([facts, others, nowMs, which]) => {
    const stated = CHANGED.flatMap((table) => others[table].map((fact) => ({ table, fact })))
    const { table, fact } = stated[which % stated.length]!
    return { facts: which % 2 ? facts : asking(facts, table, fact), nowMs, table, fact }
  })
  .filter(({ facts, table, fact }) => refersToWhatIs(facts, table, fact))

/** A practice or region drawn for the other register may lie where this one has nothing. */
function refersToWhatIs(facts: AllFacts, table: Table, fact: Facts[Table]): boolean {
  const text = JSON.stringify(fact)
  const regions = facts.region.map(({ code }) => code)
  const practices = facts.practice.map(({ odsCode }) => odsCode)
  const known = table === 'practice' || table === 'region' ? [] : practices
  const named = text.match(/"(5[A-D]\d|Q3[12])"/g) ?? []
  const people = table === 'practice' ? [] : (text.match(/"[A-C]0000\d"/g) ?? [])
  return (
    named.every((each) => regions.includes(each.slice(1, -1))) &&
    people.every((each) => known.includes(each.slice(1, -1)))
  )
}

const changed = (register: Register, table: Table, fact: Facts[Table], nowMs: number) => {
  const open = openChange(operator('tests'), nowMs, register.fork())
  open.change.save(table, fact)
  return open
}

const inOrder = (turns: readonly TurnFact[]) =>
  turns
    .flatMap(({ practices, ...rest }) => practices.map((each) => JSON.stringify([each, rest])))
    .sort()

/** The facts after a change to one of them. */
const factsAfter = (facts: AllFacts, table: Table, fact: Facts[Table]): AllFacts => {
  const key = keyOf(table, fact)
  const rest = (facts[table] as readonly Facts[Table][]).filter((e) => keyOf(table, e) !== key)
  return { ...facts, [table]: [...rest, fact] }
}

/** Every practice, every activity and every programme compared, whatever the change could reach. */
const wholeCountry = (before: Register, after: Register, nowMs: number): TurnFact[] => {
  const told = new TurnsTold()
  const practices = [...before.all('practice'), ...after.all('practice')]
  for (const programme of PROGRAMMES) {
    const compared = {
      before: rulerSince(before, programme, nowMs),
      after: rulerSince(after, programme, nowMs),
    }
    for (const odsCode of new Set(practices.map((each) => each.odsCode))) {
      Object.values(Activity).forEach((activity) =>
        turnsOf(compared, odsCode, activity, nowMs).forEach((turn) =>
          told.add(programme, activity, odsCode, turn),
        ),
      )
    }
  }
  return told.facts
}

test('the practices that a change is said to reach are all that it turns', async () => {
  await fc.assert(
    fc.asyncProperty(randomChange, async ({ facts, table, fact, nowMs }) => {
      const before = registerOf(facts)
      const open = changed(before, table, fact, nowMs)
      const told = await effectOf(before, open)
      expect(inOrder(told)).toEqual(
        inOrder(wholeCountry(registerOf(facts), open.change.register, nowMs)),
      )
    }),
    { numRuns: 400 },
  )
})

test('what an effect tells is what a naive reading of both registers tells', async () => {
  await fc.assert(
    fc.asyncProperty(randomChange, near(day), async ({ facts, table, fact, nowMs }, laterMs) => {
      const atMs = Math.max(nowMs, laterMs)
      const before = registerOf(facts)
      const open = changed(before, table, fact, nowMs)
      const effect = await effectOf(before, open)
      const after = factsAfter(facts, table, fact)
      const turned = (kind: TurnFact['turn'], odsCode: string, activity: Activity) =>
        effect.filter(
          (turn) =>
            turn.programme === 'SCR' && turn.turn === kind && turn.activity === activity &&
            Date.parse(turn.from) <= atMs && turn.practices.includes(odsCode),
        )
      for (const { odsCode } of facts.practice) {
        for (const activity of Object.values(Activity)) {
          const q = { practice: odsCode, programme: 'SCR', activity, classification: null, atMs }
          const isGained =
            naiveRuling(facts, q).outcome === 'REFUSE' && naiveRuling(after, q).outcome === 'PERMIT'
          if (isGained) expect(turned('PERMITTED', odsCode, activity)).not.toEqual([])
          const holders = naiveHolds(after, q)
          const freed = turned('NO_LONGER_HELD', odsCode, activity)
          const gone = naiveHolds(facts, q).filter((id) => !holders.includes(id))
          const told = freed.map(({ suspension }) => suspension)
          expect(told).toEqual(expect.arrayContaining(gone))
        }
      }
    }),
    { numRuns: 300 },
  )
})

test('what was worked out before a change is not answered after it where that differs', () => {
  fc.assert(
    fc.property(randomChange, ({ facts, table, fact, nowMs }) => {
      const before = registerOf(facts)
      const { register } = changed(before, table, fact, nowMs).change
      const after = factsAfter(facts, table, fact)
      for (const { odsCode } of after.practice) {
        const asked = { activity: Activity.UPLOAD, classification: null, atMs: nowMs }
        rulerSince(before, 'SCR', nowMs)?.rule(odsCode, asked)
        const found = rulerSince(register, 'SCR', nowMs)?.rule(odsCode, asked)
        expect(found && asNaive(found.answer)).toEqual(
          naiveRuling(after, { ...asked, practice: odsCode, programme: 'SCR' }),
        )
      }
    }),
    { numRuns: 500 },
  )
})
