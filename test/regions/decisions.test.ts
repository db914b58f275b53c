import { describe, expect, test } from '@jest/globals'
import { Refusal } from '../../api/kernel/refusal.js'
import { refuseCircle } from '../../api/regions/circle.decision.js'
import { decidePractice } from '../../api/regions/practice.decision.js'
import { decideTerms } from '../../api/regions/terms.decision.js'

const term = (from: string | null, to: string | null) => ({ from, to })

describe('dated terms', () => {
  test.each([
    ['none', []],
    ['one without bounds', [term(null, null)]],
    ['one day', [term('2010-04-01', '2010-04-02')]],
    ['two that meet', [term('2010-01-01', '2010-04-01'), term('2010-04-01', null)]],
    ['two with a gap', [term(null, '2010-01-01'), term('2010-04-01', null)]],
  ])('%s are taken', (_, terms) => {
    expect(decideTerms('parents', terms)).toEqual(terms)
  })

  test('are put in order of time', () => {
    const [late, early] = [term('2010-04-01', null), term(null, '2010-04-01')]
    expect(decideTerms('parents', [late, early])).toEqual([early, late])
  })

  test.each([
    ['one that ends on the day it begins', [term('2010-04-01', '2010-04-01')]],
    ['one that ends before it begins', [term('2010-04-02', '2010-04-01')]],
    ['two that share a day', [term(null, '2010-04-02'), term('2010-04-01', null)]],
    ['two without a beginning', [term(null, '2010-04-01'), term(null, '2010-04-02')]],
    ['one after one without end', [term('2010-01-01', null), term('2011-01-01', null)]],
  ])('%s are refused', (_, terms) => {
    expect(() => decideTerms('parents', terms)).toThrow(Refusal)
  })
})

describe('a region’s parents', () => {
  const TREE: Record<string, string[]> = { PCT: ['SHA'], SHA: ['ENG', 'OLD'], OLD: ['ENG'] }
  const dated = (regions: readonly string[]) =>
    regions.map((region) => ({ region, ...term(null, null) }))
  const above = (region: string) => dated(TREE[region] ?? [])

  test.each([
    ['PCT', ['SHA']],
    ['ENG', []],
    ['NEW', ['PCT', 'OLD']],
  ])('%s may lie in %j', (code, parents) => {
    expect(() => refuseCircle(code, dated(parents), above)).not.toThrow()
  })

  test.each([
    ['PCT', ['PCT']],
    ['ENG', ['PCT']],
    ['ENG', ['OLD']],
    ['SHA', ['OLD', 'PCT']],
  ])('%s may not lie in %j, which lies in it', (code, parents) => {
    expect(() => refuseCircle(code, dated(parents), above)).toThrow(/within itself/)
  })
})

describe('a practice', () => {
  const SOUND = {
    odsCode: 'P82001',
    name: 'Practice',
    openFrom: null,
    openTo: null,
    memberships: [{ region: '5HQ', from: null, to: null }],
    suppliers: [{ supplier: 'EMIS', from: null, to: null }],
  }

  test('is taken as stated', () => {
    expect(decidePractice(SOUND, false)).toEqual(SOUND)
  })

  test.each([
    ['P82001', false, true],
    ['DEMO0001', true, true],
    ['DEMO0001', false, false],
    ['P8200', false, false],
    ['P820011', false, false],
    ['p82001', false, false],
    ['I82001', false, false],
    ['X82001', true, false],
    ['DEMO001', true, false],
  ])('with the code %s, in a demonstration: %s, is taken: %s', (odsCode, demonstration, taken) => {
    const decided = () => decidePractice({ ...SOUND, odsCode }, demonstration)
    if (taken) expect(decided().odsCode).toBe(odsCode)
    else expect(decided).toThrow(/no code of a practice/)
  })

  test.each([
    ['2010-04-01', '2010-04-02', true],
    ['2010-04-01', '2010-04-01', false],
    [null, '2010-04-01', true],
    ['2010-04-01', null, true],
  ])('open from %s to %s is taken: %s', (openFrom, openTo, taken) => {
    const decided = () => decidePractice({ ...SOUND, openFrom, openTo }, false)
    if (taken) expect(decided()).toMatchObject({ openFrom, openTo })
    else expect(decided).toThrow(/first day it is closed/)
  })

  test.each(['', 'emis', 'E M', 'É'])('with the supplier %j is refused', (supplier) => {
    const suppliers = [{ supplier, from: null, to: null }]
    expect(() => decidePractice({ ...SOUND, suppliers }, false)).toThrow(/is no code/)
  })
})
