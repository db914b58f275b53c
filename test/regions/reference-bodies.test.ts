import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'csv-parse/sync'
import { readReferenceBodies } from '../../api/regions/reference-bodies.js'

type Row = Record<string, string>

const readRows = (file: URL): Row[] => parse(readFileSync(file), { columns: true, bom: true })
const inRepository = (path: string) => new URL(`../../${path}`, import.meta.url)

const published = inRepository('../shared/data/england-2010-04-16/pcts.csv')
const lines = readRows(inRepository('api/regions/reference-bodies/regions.csv'))
const practices = readRows(inRepository('api/demonstration/practices-per-pct.csv'))
const { organisations, regions } = readReferenceBodies()

const SHAS = ['Q30', 'Q31', 'Q32', 'Q33', 'Q34', 'Q35', 'Q36', 'Q37', 'Q38', 'Q39']
const ofKind = (kind: string) => regions.filter((region) => region.kind === kind)

const parentOn = (day: string, region: (typeof regions)[number]) =>
  region.parents.find(({ from, to }) => (from ?? '') <= day && (to === null || day < to))?.region

/** The PCTs of a day, each with its SHA. */
const pctsOn = (day: string) =>
  new Map(ofKind('PCT').flatMap((pct) => {
    const sha = parentOn(day, pct)
    return sha ? [[pct.code, sha] as const] : []
  }))

const pctsOfShaOn = (day: string, sha: string) =>
  [...pctsOn(day)].filter(([, parent]) => parent === sha).map(([pct]) => pct)

describe('the regions', () => {
  test('are a country, its ten SHAs and their PCTs', () => {
    expect(ofKind('COUNTRY')).toEqual([
      { code: 'ENG', name: 'England', kind: 'COUNTRY', parents: [] },
    ])
    expect(ofKind('SHA').map((sha) => sha.code)).toEqual(SHAS)
    expect(ofKind('PCT')).toHaveLength(156)
    expect(regions).toHaveLength(167)
  })

  test('stand country first and parents before their children', () => {
    expect(regions[0]?.code).toBe('ENG')
    const place = new Map(regions.map((region, index) => [region.code, index]))
    for (const [index, region] of regions.entries()) {
      for (const term of region.parents) expect(place.get(term.region)).toBeLessThan(index)
    }
  })

  test('all have a name with no abbreviation in it', () => {
    for (const { name } of regions) expect(name).toMatch(/^[A-Z][A-Za-z,-]*( [A-Za-z,-]+)*$/)
    for (const { name } of regions) {
      expect(name).not.toMatch(/\b(CT|NE|IoS|Gt|Lincs|Lancs|Staffs|Glos|Leics|Yorks)\b/)
    }
  })

  test('have codes of the form of their kind', () => {
    for (const { code } of ofKind('PCT')) expect(code).toMatch(/^(5[A-Z0-9]{2}|TA[A-Z])$/)
    for (const { code } of ofKind('SHA')) expect(code).toMatch(/^Q3[0-9]$/)
  })

  test('have one name and one kind on all their lines', () => {
    const told = new Set(lines.map(({ code, name, kind }) => `${code} ${name} ${kind}`))
    expect(told.size).toBe(regions.length)
  })

  test('each have a parent of the kind above', () => {
    for (const sha of ofKind('SHA')) {
      expect(sha.parents).toEqual([{ region: 'ENG', from: '2006-07-01', to: '2013-04-01' }])
    }
    for (const pct of ofKind('PCT')) {
      expect(pct.parents.length).toBeGreaterThan(0)
      for (const { region } of pct.parents) expect(SHAS).toContain(region)
    }
  })

  test('have terms of real days, in order of time, that do not overlap', () => {
    for (const { parents } of regions) {
      for (const [index, { from, to }] of parents.entries()) {
        expect(from).toMatch(/^\d{4}-\d\d-\d\d$/)
        expect((from ?? '') < (to ?? '9999')).toBe(true)
        const next = parents[index + 1]
        if (next) expect((to ?? '9999') <= (next.from ?? '')).toBe(true)
      }
    }
  })
})

describe('the PCTs', () => {
  test.each([
    ['Q30', 12], ['Q31', 24], ['Q32', 14], ['Q33', 9], ['Q34', 17],
    ['Q35', 13], ['Q36', 31], ['Q37', 8], ['Q38', 9], ['Q39', 14],
  ])('of %s on 16 April 2010 are %i', (sha, pcts) => {
    expect(pctsOfShaOn('2010-04-16', sha)).toHaveLength(pcts)
  })

  test('of England on 16 April 2010 are 151', () => {
    expect(pctsOn('2010-04-16').size).toBe(151)
  })

  test('of East of England were 14 until two of them became Hertfordshire on 1 April 2010', () => {
    const before = pctsOfShaOn('2010-03-31', 'Q35')
    const after = pctsOfShaOn('2010-04-01', 'Q35')
    expect([before.length, after.length]).toEqual([14, 13])
    expect(before.filter((pct) => !after.includes(pct))).toEqual(['5P3', '5P4'])
    expect(after.filter((pct) => !before.includes(pct))).toEqual(['5QV'])
  })

  test('hold Solihull as a care trust until 14 April 2011 and as a PCT from the day after', () => {
    const solihullOn = (day: string) =>
      ['TAM', '5QW'].filter((code) => pctsOn(day).has(code))
    expect(solihullOn('2011-04-14')).toEqual(['TAM'])
    expect(solihullOn('2011-04-15')).toEqual(['5QW'])
  })

  test.each([
    ['2006-09-30', 0], ['2006-10-01', 152], ['2013-03-31', 151], ['2013-04-01', 0],
  ])('on %s are %i', (day, pcts) => {
    expect(pctsOn(day).size).toBe(pcts)
  })
})

test('the organisations are the Department, the profession and the ten SHAs', () => {
  expect(organisations.map(({ code }) => code)).toEqual(['DH', 'BMA/GPC', ...SHAS])
  for (const sha of ofKind('SHA')) {
    const name = `${sha.name} Strategic Health Authority`
    expect(organisations).toContainEqual({ code: sha.code, name })
  }
})

describe('the practices per PCT of the demonstration', () => {
  test('are 8,046 in the 151 PCTs of 16 April 2010', () => {
    const pcts = practices.map(({ pct }) => pct)
    expect(new Set(pcts)).toEqual(new Set(pctsOn('2010-04-16').keys()))
    expect(pcts).toHaveLength(151)
    expect(practices.reduce((sum, row) => sum + Number(row.practices), 0)).toBe(8046)
  })

  test.each([
    ['Q30', 402], ['Q31', 1233], ['Q32', 780], ['Q33', 620], ['Q34', 943],
    ['Q35', 786], ['Q36', 1461], ['Q37', 612], ['Q38', 495], ['Q39', 714],
  ])('of %s are %i', (sha, total) => {
    const pcts = pctsOfShaOn('2010-04-16', sha)
    const ofSha = practices.filter(({ pct }) => pct && pcts.includes(pct))
    expect(ofSha.reduce((sum, row) => sum + Number(row.practices), 0)).toBe(total)
  })
})

const whereThePublishedFilesAre = existsSync(published) ? test : test.skip
const reference = existsSync(published) ? '' : ' (skipped: the published files are not here)'

whereThePublishedFilesAre(
  `codes, SHAs and practice counts are those published for 16 April 2010${reference}`,
  () => {
    const pcts = pctsOn('2010-04-16')
    const ours = practices.map(({ pct = '', practices: count }) => [pct, pcts.get(pct), count])
    const theirs = readRows(published)
      .map((row) => [row.pct_code, row.sha_code, row.gp_practices])
    expect(ours.sort()).toEqual(theirs.sort())
  },
)
