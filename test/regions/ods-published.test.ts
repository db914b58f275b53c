import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'csv-parse/sync'
import { readOds, type OdsPractice } from '../../api/regions/ods-files.js'
import { readReferenceBodies } from '../../api/regions/reference-bodies.js'

const published = new URL('../../../shared/data/', import.meta.url)
const here = existsSync(published)
const absent = here ? '' : ' (skipped: the published files are not here)'

const odsFile = (name: string) => ({ name, bytes: readFileSync(new URL(`ods/${name}`, published)) })
const readPublished = () => readOds({
  practices: odsFile('epraccur.csv'),
  memberships: odsFile('epcmem.csv'),
  suppliers: odsFile('supplier-by-practice.csv'),
})

const DAY = '2010-04-16'
const holds = ({ from, to }: { from: string | null; to: string | null }) =>
  (from ?? '') <= DAY && (to === null || DAY < to)
const isOpen = ({ openFrom, openTo }: OdsPractice) => holds({ from: openFrom, to: openTo })

const shaOf = new Map(
  readReferenceBodies().regions.map(({ code, parents }) => [code, parents.find(holds)?.region]),
)

const inEngland = (practices: readonly OdsPractice[]) =>
  practices.filter(isOpen).flatMap((practice) => {
    const pct = practice.memberships.find(holds)?.region
    const sha = pct && shaOf.get(pct)
    return sha ? [[practice.odsCode, practice.name, pct, sha, practice.supplier ?? '']] : []
  })

const describeHere = here ? describe : describe.skip

describeHere(`the files the Organisation Data Service published${absent}`, () => {
  test('are taken without a problem', () => {
    const { practices, problems, taken, left } = readPublished()
    expect(problems).toEqual([])
    expect(practices).toHaveLength(8201)
    expect(taken).toEqual({ practices: 8201, memberships: 31015, suppliers: 6607 })
    expect(left).toEqual({
      otherSettings: 6102,
      membershipsOfOthers: 16807,
      suppliersOfOthers: 33,
      practicesWithProblems: 0,
      rowsWithThem: 0,
    })
  })

  test('say who belonged to whom on 16 April 2010, row for row', () => {
    const file = new URL('england-2010-04-16/practices.csv', published)
    const rows: Record<string, string>[] = parse(readFileSync(file), { columns: true })
    const expected = rows.map((row) =>
      [row.ods_code, row.name, row.pct_code, row.sha_code, row.supplier_2019])
    expect(inEngland(readPublished().practices).sort()).toEqual(expected.sort())
  })
})
