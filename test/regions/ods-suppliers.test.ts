import { describe, expect, test } from '@jest/globals'
import { readOds } from '../../api/regions/ods-files.js'
import { odsFiles, practiceLine, SUPPLIER_HEADER } from './ods-lines.js'

describe('a supplier row', () => {
  test('gives the practice its supplier, and one not listed has none', () => {
    const practices = [practiceLine(), practiceLine({ 1: 'A81002' })]
    const suppliers = [SUPPLIER_HEADER, 'A81001,EMIS', 'B82001,TPP']
    const reading = readOds(odsFiles({ practices, suppliers }))
    expect(reading.practices.map(({ supplier }) => supplier)).toEqual(['EMIS', null])
    expect(reading.taken.suppliers).toBe(1)
    expect(reading.left.suppliersOfOthers).toBe(1)
  })

  test.each([
    ['without a supplier', 'A81001,', 'the supplier is ""; right is a code like EMIS'],
    ['with a column too many', 'A81001,EMIS,TPP', '3 columns; right are 2'],
    ['with a column too few', 'A81001', '1 columns; right are 2'],
  ])('%s is a problem', (_, line, reason) => {
    const { practices, problems } = readOds(odsFiles({ suppliers: [SUPPLIER_HEADER, line] }))
    expect(practices).toEqual([])
    expect(problems).toMatchObject([{ file: 'suppliers.csv', line: 2, practice: 'A81001' }])
    expect(problems[0]?.reason).toBe(`${reason}; practice "A81001" is left out whole`)
  })

  test('twice for a practice is a problem', () => {
    const suppliers = [SUPPLIER_HEADER, 'A81001,EMIS', 'A81001,EMIS']
    const { problems } = readOds(odsFiles({ suppliers }))
    expect(problems).toMatchObject([{ line: 3, practice: 'A81001' }])
    expect(problems[0]?.reason).toContain('lines 2 and 3 are both of A81001')
  })

  test('in place of the header is a problem, and not lost unseen', () => {
    const { practices, problems } = readOds(odsFiles({ suppliers: ['A81001,EMIS'] }))
    expect(practices).toEqual([])
    expect(problems[0]?.reason).toContain('where the header ODSCode,Supplier is right')
  })
})
