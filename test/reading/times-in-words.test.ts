import { describe, expect, test } from '@jest/globals'
import { beyondSigned, type Loosening } from '../../api/changes/proposal.decision.js'
import { sayMoment as sayInApi, toMs, withTimesOfNow } from '../../api/kernel/moment.js'
import type { ProposalFact, PurdahFact, TurnFact } from '../../api/register/facts.js'
import { weakerPurdah } from '../../api/rules/weaker.js'
import { sayMoment as sayInConsole } from '../../console/shared/london.js'
import { readMoment, writeMoment } from '../../console/shared/moment-text.js'

/** What the API and the console say of the same moment, each by a function of its own. */
const SAID: readonly (readonly [moment: string, words: string])[] = [
  ['2010-04-16T10:00:00.000Z', '16 April 2010 at 11am BST'],
  ['2010-04-16T10:30:00.000Z', '16 April 2010 at 11:30am BST'],
  ['2010-04-16T14:05:00.000Z', '16 April 2010 at 3:05pm BST'],
  ['2010-04-16T22:59:00.000Z', '16 April 2010 at 11:59pm BST'],
  ['2010-04-16T23:00:00.000Z', '17 April 2010 at midnight BST (start of day)'],
  ['2010-04-16T23:01:00.000Z', '17 April 2010 at 12:01am BST'],
  ['2010-04-16T11:00:00.000Z', '16 April 2010 at midday BST'],
  ['2010-04-16T11:30:00.000Z', '16 April 2010 at 12:30pm BST'],
  ['2010-01-02T00:00:00.000Z', '2 January 2010 at midnight GMT (start of day)'],
  ['2010-01-02T12:00:00.000Z', '2 January 2010 at midday GMT'],
  ['2010-12-31T09:00:00.000Z', '31 December 2010 at 9am GMT'],
  // The clocks go forward, and back: that hour is there twice, told apart by its zone.
  ['2010-03-28T00:59:00.000Z', '28 March 2010 at 12:59am GMT'],
  ['2010-03-28T01:00:00.000Z', '28 March 2010 at 2am BST'],
  ['2010-10-31T00:30:00.000Z', '31 October 2010 at 1:30am BST'],
  ['2010-10-31T01:30:00.000Z', '31 October 2010 at 1:30am GMT'],
]

describe.each(SAID)('%s', (moment, words) => {
  test(`the API says “${words}”`, () => {
    expect(sayInApi(toMs(moment))).toBe(words)
  })

  test('the console says the same, and reads it again where it is typed', () => {
    expect(sayInConsole(moment)).toBe(words)
    expect(writeMoment(moment)).toBe(words)
    expect(readMoment(words)).toBe(moment)
  })
})

test('a sentence kept before times were said so says what is said now', () => {
  const kept = 'from 6 April 2010 at 00:00 BST to 11 May 2010 at 19:00 BST, or 12:30 GMT.'
  expect(withTimesOfNow(kept)).toBe(
    'from 6 April 2010 at midnight BST (start of day) to 11 May 2010 at 7pm BST, or 12:30pm GMT.',
  )
  const said = sayInApi(toMs('2010-05-11T18:00:00.000Z'))
  expect(withTimesOfNow(said)).toBe(said)
})

test('what was signed while times were said so is still what was signed, and no more', () => {
  const purdah = { code: 'GENERAL-2010', from: '2010-04-05T23:00:00.000Z' } as PurdahFact
  const cutTo = (to: string): Loosening => ({
    turns: [],
    weakens: weakerPurdah({ ...purdah, to: null }, { ...purdah, to }),
    needs: null,
  })
  const kept =
    'Purdah GENERAL-2010 is shorter: from 6 April 2010 at 00:00 BST to 11 May 2010 at 19:00 BST.'
  const none: readonly TurnFact[] = []
  const signed = { turns: none, weakens: [kept] } as Partial<ProposalFact> as ProposalFact
  expect(beyondSigned(cutTo('2010-05-11T18:00:00.000Z'), signed)).toBeNull()
  expect(beyondSigned(cutTo('2010-05-11T17:00:00.000Z'), signed)).toMatch(/to 11 May 2010 at 6pm BST/)
})
