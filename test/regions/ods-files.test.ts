import { describe, expect, test } from '@jest/globals'
import { readOds } from '../../api/regions/ods-files.js'
import {
  membershipLine,
  odsFiles,
  practiceLine,
  quoted,
  SUPPLIER_HEADER,
  type Columns,
  type Text,
} from './ods-lines.js'

const LEFT_OUT = '; practice "A81001" is left out whole'
const NOTHING_LEFT = {
  otherSettings: 0,
  membershipsOfOthers: 0,
  suppliersOfOthers: 0,
  practicesWithProblems: 0,
  rowsWithThem: 0,
}

const THE_SURGERY = {
  odsCode: 'A81001',
  name: 'THE SURGERY',
  openFrom: '1974-04-01',
  openTo: null,
  memberships: [{ region: '5E1', from: '2001-04-01', to: null }],
}

const shorter = (line: string, columns: number) => line.split(',').slice(0, columns).join(',')

test('a sound practice is taken with its memberships, and nothing is left', () => {
  expect(readOds(odsFiles({}))).toEqual({
    practices: [THE_SURGERY],
    problems: [],
    wrongFiles: [],
    unreadFiles: [],
    taken: { practices: 1, memberships: 1, suppliers: 0 },
    left: NOTHING_LEFT,
  })
})

describe('what a file may look like', () => {
  test.each<[string, Text]>([
    ['CRLF at its line ends', `${practiceLine()}\r\n`],
    ['a byte order mark', `\uFEFF${practiceLine()}\n`],
    ['no newline at its end', practiceLine()],
    ['a carriage return at its end', `${practiceLine()}\r`],
    ['no quotes', `${practiceLine().replaceAll('"', '')}\n`],
  ])('%s', (_, practices) => {
    const { practices: taken, problems } = readOds(odsFiles({ practices }))
    expect(problems).toEqual([])
    expect(taken).toEqual([THE_SURGERY])
  })

  test('a name with a comma, a quote and an accent', () => {
    const name = 'DR O\'DÉ, "THE" SURGERY'
    expect(readOds(odsFiles({ practices: [practiceLine({ 2: name })] })).practices[0]?.name)
      .toBe(name)
  })
})

describe('a last day becomes the first day it no longer holds', () => {
  test.each([
    ['19991231', '2000-01-01'],
    ['20000228', '2000-02-29'],
    ['20010228', '2001-03-01'],
    ['99991230', '9999-12-31'],
  ])('%s ends on %s', (last, to) => {
    const { practices } = readOds(odsFiles({
      practices: [practiceLine({ 12: last })],
      memberships: [membershipLine({ 4: '19740401', 5: last })],
    }))
    expect(practices[0]).toMatchObject({ openTo: to, memberships: [{ to }] })
  })

  test('a practice without an open date was open since ever', () => {
    expect(readOds(odsFiles({ practices: [practiceLine({ 11: '' })] })).practices[0]?.openFrom)
      .toBeNull()
  })
})

describe('a practice row is a problem for', () => {
  test.each([
    ['a column too few', shorter(practiceLine(), 26), '26 columns; right are 27'],
    ['a column too many', `${practiceLine()},""`, '28 columns; right are 27'],
    ['a code with a letter ODS does not use', practiceLine({ 1: 'I81001' }), 'code "I81001"'],
    ['a code a figure short', practiceLine({ 1: 'A8100' }), 'practice code "A8100"; right is a'],
    ['a code a figure long', practiceLine({ 1: 'A810011' }), 'practice code "A810011"'],
    ['a code in small letters', practiceLine({ 1: 'a81001' }), 'practice code "a81001"'],
    ['a code of the demonstration', practiceLine({ 1: 'DEMO0001' }), 'code "DEMO0001"'],
    ['no code', practiceLine({ 1: '' }), 'practice code ""'],
    ['no name', practiceLine({ 2: '' }), 'the name is empty'],
    ['a name of spaces', practiceLine({ 2: '  ' }), 'the name is empty'],
    ['an open date not in the calendar', practiceLine({ 11: '20010229' }), 'open date "20010229"'],
    ['a close date not in the calendar', practiceLine({ 12: '20010931' }), 'close date "20010931"'],
    ['a date with hyphens', practiceLine({ 11: '2001-02-28' }), 'open date "2001-02-28" is not'],
    ['a date of the year nought', practiceLine({ 11: '00000101' }), 'open date "00000101"'],
    ['a date with no day after it', practiceLine({ 12: '99991231' }), 'close date "99991231"'],
    ['closing before opening', practiceLine({ 12: '19740331' }), 'close date 19740331 is before'],
    ['being closed without a day', practiceLine({ 13: 'C' }), 'status C without a close date'],
    ['being proposed for no day', practiceLine({ 11: '', 13: 'P' }), 'status P without an open'],
    ['a setting that is no number', practiceLine({ 26: 'GP' }), 'prescribing setting "GP"'],
    ['no setting', practiceLine({ 26: '' }), 'prescribing setting "" is no number'],
    ['a setting in two figures', practiceLine({ 26: '04' }), 'prescribing setting "04"'],
  ])('%s', (_, line, reason) => {
    const { practices, problems } = readOds(odsFiles({ practices: [line] }))
    expect(practices).toEqual([])
    expect(problems[0]).toMatchObject({ file: 'epraccur.csv', line: 1 })
    expect(problems[0]?.reason).toContain(reason)
  })

  test.each([
    ['closing on the day of opening', { 12: '19740401' }],
    ['the last day of February in a leap year', { 11: '20000229' }],
    ['being closed with a day', { 12: '20100331', 13: 'C' }],
    ['being proposed for a day', { 13: 'P' }],
    ['being dormant', { 13: 'D' }],
  ])('but not for %s', (_, columns) => {
    expect(readOds(odsFiles({ practices: [practiceLine(columns)] })).problems).toEqual([])
  })

  test('and all that is wrong with it is told', () => {
    const line = practiceLine({ 2: '', 11: '2001', 12: '2002' })
    const { problems } = readOds(odsFiles({ practices: [line] }))
    expect(problems.map(({ reason }) => reason)).toEqual([
      `the name is empty; right is its name${LEFT_OUT}`,
      `open date "2001" is not a day; right is yyyymmdd, such as 20100331${LEFT_OUT}`,
      `close date "2002" is not a day; right is yyyymmdd, such as 20100331${LEFT_OUT}`,
    ])
  })
})

describe('a membership row is a problem for', () => {
  test.each([
    ['a column too few', shorter(membershipLine(), 5), '5 columns; right are 6'],
    ['a column too many', `${membershipLine()},"0"`, '7 columns; right are 6'],
    ['a parent of two characters', membershipLine({ 2: '5E' }), 'parent code "5E"'],
    ['a parent of seven characters', membershipLine({ 2: '4QP3600' }), 'parent code "4QP3600"'],
    ['a parent in small letters', membershipLine({ 2: '5e1' }), 'parent code "5e1"'],
    ['another type', membershipLine({ 3: 'X' }), 'type "X" is no membership; right is W'],
    ['no day of joining', membershipLine({ 4: '' }), 'the joined date is empty'],
    ['a joining not in the calendar', membershipLine({ 4: '20010431' }), 'joined "20010431"'],
    ['a leaving not in the calendar', membershipLine({ 5: '20011301' }), 'left "20011301"'],
    ['leaving before joining', membershipLine({ 5: '20010331' }), 'left 20010331 is before joined'],
  ])('%s', (_, line, reason) => {
    const { practices, problems, left } = readOds(odsFiles({ memberships: [line] }))
    expect(practices).toEqual([])
    expect(problems).toEqual([{
      file: 'epcmem.csv',
      line: 1,
      reason: expect.stringContaining(reason),
      practice: 'A81001',
    }])
    expect(problems[0]?.reason.endsWith(LEFT_OUT)).toBe(true)
    expect(left).toEqual({ ...NOTHING_LEFT, practicesWithProblems: 1, rowsWithThem: 1 })
  })

  test.each([
    ['a parent of three characters', { 2: '00K' }],
    ['a parent of six characters', { 2: '4QP360' }],
    ['leaving on the day of joining', { 5: '20010401' }],
  ])('but not for %s', (_, columns) => {
    expect(readOds(odsFiles({ memberships: [membershipLine(columns)] })).problems).toEqual([])
  })

  test('a code of no known form, whose practice is not known and not left out', () => {
    const memberships = [membershipLine(), membershipLine({ 1: 'A8100' })]
    const { practices, problems } = readOds(odsFiles({ memberships }))
    expect(practices).toEqual([THE_SURGERY])
    expect(problems).toMatchObject([{ line: 2, practice: null }])
    expect(problems[0]?.reason).toContain('practice code "A8100"')
    expect(problems[0]?.reason).not.toContain('left out')
  })
})

describe('two memberships of a practice', () => {
  const first = { 2: '5P3', 4: '20061001', 5: '20100331' }
  const reading = (...columns: Columns[]) =>
    readOds(odsFiles({ memberships: columns.map(membershipLine) }))

  test('may follow each other from one day to the next, in any order of lines', () => {
    const { practices, problems } = reading({ 2: '5QV', 4: '20100401' }, first)
    expect(problems).toEqual([])
    expect(practices[0]?.memberships).toEqual([
      { region: '5P3', from: '2006-10-01', to: '2010-04-01' },
      { region: '5QV', from: '2010-04-01', to: null },
    ])
  })

  test('may not share one day, and both lines are named', () => {
    const { practices, problems } = reading(first, { 2: '5QV', 4: '20100331' })
    expect(practices).toEqual([])
    expect(problems).toMatchObject([{ line: 2, practice: 'A81001' }])
    expect(problems[0]?.reason).toContain('lines 1 and 2 have A81001 in 5P3 and in 5QV')
  })

  test('are told of in the order of lines, among the other problems of their file', () => {
    const { problems } = reading(first, first, { 2: '' })
    expect(problems.map(({ line }) => line)).toEqual([2, 3])
  })

  test.each<[string, Columns[], number[]]>([
    ['are the same twice', [first, first], [2]],
    ['are both without an end', [{ 4: '20010401' }, { 4: '20020401' }], [2]],
    ['stand in the wrong order of time', [{ 4: '20100331' }, first], [2]],
    ['lie within a third', [{}, { 4: '20020101', 5: '20020102' }, { 4: '20030101' }], [2, 3]],
  ])('overlap when they %s', (_, columns, lines) => {
    expect(reading(...columns).problems.map(({ line }) => line)).toEqual(lines)
  })
})

describe('what is left', () => {
  test('is every row of another setting, its other fields unjudged', () => {
    const practices = [practiceLine(), practiceLine({ 1: 'GUE010', 2: '', 11: 'x', 26: '0' })]
    const memberships = [membershipLine(), membershipLine({ 1: 'GUE010', 2: '', 4: 'x' })]
    const { taken, left, problems } = readOds(odsFiles({ practices, memberships }))
    expect(problems).toEqual([])
    expect(taken).toEqual({ practices: 1, memberships: 1, suppliers: 0 })
    expect(left).toEqual({ ...NOTHING_LEFT, otherSettings: 1, membershipsOfOthers: 1 })
  })

  test('is a practice listed twice, with all its rows', () => {
    const practices = [practiceLine(), practiceLine({ 1: 'B82001' }), practiceLine()]
    const reading = readOds(odsFiles({ practices }))
    expect(reading.practices.map(({ odsCode }) => odsCode)).toEqual(['B82001'])
    expect(reading.problems).toEqual([{
      file: 'epraccur.csv',
      line: 3,
      reason: `lines 1 and 3 are both of A81001; right is one row of it${LEFT_OUT}`,
      practice: 'A81001',
    }])
    expect(reading.left).toEqual({ ...NOTHING_LEFT, practicesWithProblems: 1, rowsWithThem: 2 })
  })

  test('is a sound membership of a practice whose own row is a problem, and not another’s', () => {
    const reading = readOds(odsFiles({ practices: [practiceLine({ 2: '' })] }))
    expect(reading.left).toEqual({ ...NOTHING_LEFT, practicesWithProblems: 1, rowsWithThem: 1 })
  })
})

test.each([
  ['practices', ''],
  ['practices', '\uFEFF'],
  ['memberships', ''],
  ['suppliers', ''],
  ['suppliers', `${SUPPLIER_HEADER}\n`],
])('a file of %s that holds %j is a problem', (file, text) => {
  expect(readOds(odsFiles({ [file]: text })).problems).toMatchObject([
    { line: 1, reason: 'the file holds no rows', practice: null },
  ])
})

test('progress is told by the thousand rows of all files, and at the end', () => {
  const told: number[] = []
  const memberships = Array.from({ length: 2100 }, () => quoted(['B82001', '', '', '', '', '']))
  readOds(odsFiles({ memberships }), (rowsDone) => told.push(rowsDone))
  expect(told).toEqual([1000, 2000, 2101])
})
