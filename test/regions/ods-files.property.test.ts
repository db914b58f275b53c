import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readOds, type OdsPractice, type OdsReading } from '../../api/regions/ods-files.js'
import { addDays } from '../../api/kernel/moment.js'
import { membershipLine, odsFiles, practiceLine, SUPPLIER_HEADER } from './ods-lines.js'

const odsDate = (day: string) => day.replaceAll('-', '')
const lastDay = (to: string | null) => (to === null ? '' : odsDate(addDays(to, -1)))

const code = fc.stringMatching(/^[A-HJ-NPWY][0-9]{5}$/)
const region = fc.stringMatching(/^[A-Z0-9]{3,6}$/)
const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('1960-01-01', days))
const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .map((text) => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '').trim())
  .filter((text) => text !== '')

/** Some days in order, made into terms from one to the next; the last may be without end. */
const memberships = fc
  .tuple(fc.uniqueArray(day, { minLength: 2, maxLength: 6 }), region, fc.boolean())
  .map(([days, code, endless]) => days.sort().slice(0, -1).map((from, index) => ({
    region: code,
    from,
    to: endless && index === days.length - 2 ? null : (days[index + 1] ?? null),
  })))

const practice: fc.Arbitrary<OdsPractice> = fc.record({
  odsCode: code,
  name,
  openFrom: fc.option(fc.constant('1950-01-01')),
  openTo: fc.option(day),
  memberships,
  supplier: fc.option(fc.constantFrom('EMIS', 'TPP')),
})
const practices = fc.uniqueArray(practice, {
  minLength: 1,
  maxLength: 8,
  selector: ({ odsCode }) => odsCode,
})

const practiceLineOf = ({ odsCode, name, openFrom, openTo }: OdsPractice) =>
  practiceLine({ 1: odsCode, 2: name, 11: odsDate(openFrom ?? ''), 12: lastDay(openTo) })
const membershipLinesOf = ({ odsCode, memberships }: OdsPractice) =>
  memberships.map(({ region, from, to }) =>
    membershipLine({ 1: odsCode, 2: region, 4: odsDate(from ?? ''), 5: lastDay(to) }))

/** The files that tell of these practices, the memberships last line first. */
const linesOf = (told: readonly OdsPractice[]) => ({
  practices: told.map(practiceLineOf),
  memberships: told.flatMap(membershipLinesOf).reverse(),
  suppliers: [
    SUPPLIER_HEADER,
    ...told.flatMap(({ odsCode, supplier }) => (supplier ? [`${odsCode},${supplier}`] : [])),
  ],
})

const rowsOf = ({ taken, left, problems }: OdsReading) =>
  taken.practices + taken.memberships + taken.suppliers
  + left.otherSettings + left.membershipsOfOthers + left.suppliersOfOthers + left.rowsWithThem
  + new Set(problems.map(({ file, line }) => `${file} ${line}`)).size

test('whatever practices there are, their files are read as what they tell', () => {
  const lineEnd = fc.constantFrom('\n', '\r\n')
  fc.assert(fc.property(practices, lineEnd, fc.boolean(), (told, end, bom) => {
    const { suppliers, ...lines } = linesOf(told)
    const text = (of: string[]) => `${bom ? '\uFEFF' : ''}${of.join(end)}`
    const listed = suppliers.length > 1
    const reading = readOds(odsFiles({
      practices: text(lines.practices),
      memberships: text(lines.memberships),
      ...(listed && { suppliers: text(suppliers) }),
    }))
    expect(reading.problems).toEqual([])
    expect(reading.practices).toEqual(
      listed ? told : told.map(({ supplier: _, ...practice }) => practice),
    )
  }))
})

test('whatever becomes of one line, no practice is lost or changed but its own', () => {
  const garbage = fc.uint8Array({ minLength: 1, maxLength: 40 })
    .filter((bytes) => !bytes.includes(0x0a))
  fc.assert(fc.property(practices, garbage, fc.nat(), fc.nat(), (told, bytes, which, where) => {
    const { practices, memberships } = linesOf(told)
    const sound = readOds(odsFiles({ practices, memberships }))
    const struck = which % practices.length
    const line = Buffer.from(practices[struck] ?? '')
    const cut = 9 + (where % (line.length - 9))
    const spoilt = Buffer.concat([line.subarray(0, cut), Buffer.from([0]), Buffer.from(bytes)])
    const file = Buffer.concat(practices.flatMap((text, index) =>
      [index === struck ? spoilt : Buffer.from(text), Buffer.from('\n')]))
    const reading = readOds(odsFiles({ practices: file, memberships }))
    expect(reading.problems).toMatchObject([{ line: struck + 1, practice: told[struck]?.odsCode }])
    expect(reading.practices).toEqual(sound.practices.filter((_, index) => index !== struck))
  }))
})

test('whatever bytes the files hold, they are read, and every row is accounted for', () => {
  const piece = fc.constantFrom('"', ',', '\n', '\r', 'A81001', 'W', '4', ' ')
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 300 }).map((some) => Buffer.from(some)),
    fc.string({ unit: piece, maxLength: 80 }).map((text) => Buffer.from(text)),
  )
  const linesIn = (text: Buffer) => {
    const newlines = text.filter((byte) => byte === 0x0a).length
    return newlines + (text.length === 0 || text.at(-1) !== 0x0a ? 1 : 0)
  }
  fc.assert(fc.property(bytes, bytes, (practices, memberships) => {
    const reading = readOds(odsFiles({ practices, memberships }))
    expect(rowsOf(reading)).toBe(linesIn(practices) + linesIn(memberships))
  }))
})
