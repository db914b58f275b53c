import { describe, expect, test } from '@jest/globals'
import { readCsvLines } from '../../api/regions/csv-lines.js'

const read = (text: string | Buffer) => [...readCsvLines(Buffer.from(text))]

/** A spoilt line between two sound ones. */
const readBetween = (middle: string | Buffer) =>
  read(Buffer.concat([Buffer.from('"a","1"\n'), Buffer.from(middle), Buffer.from('\n"b","2"\n')]))

describe('a line that cannot be read is named, and spoils no other, for', () => {
  test.each<[string, string | Buffer, string]>([
    ['a quote never closed', '"x","y', 'a quote is opened and not closed in ""x","y"'],
    ['a quote inside a bare field', 'x"y,z', 'a quote inside a field in "x"y,z"'],
    ['a quote inside a quoted field', '"x"y",z', 'a quote inside a field in ""x"y",z"'],
    ['Latin 1', Buffer.from('"CAFÉ","y"', 'latin1'), 'bytes that are not text'],
    ['half a character', Buffer.from([0x22, 0xc3]), 'bytes that are not text'],
    ['NUL', '"x\0","y"', 'the character U+0000 in ""x<U+0000>","y""'],
    ['a tab', '"x\ty","z"', 'the character U+0009'],
    ['a bell', '"x\u0007y","z"', 'the character U+0007'],
    ['a delete', '"x\u007fy","z"', 'the character U+007F'],
    ['a second control set', '"x\u009by","z"', 'the character U+009B'],
    ['text turned around', '"x\u202ey","z"', 'the character U+202E'],
    ['a byte order mark amid the file', '\uFEFF"x","y"', 'the character U+FEFF'],
    ['a carriage return within', '"x\ry","z"', 'the character U+000D'],
    ['two carriage returns at its end', '"x","y"\r\r', 'the character U+000D'],
    ['nothing in it', '', 'the line is empty'],
    ['its length', 'x'.repeat(10_001), 'the line is 10001 bytes long; a row has at most 10000'],
  ])('%s', (_, middle, fault) => {
    const [first, second, third, ...more] = readBetween(middle)
    expect([first, third]).toEqual([
      { line: 1, fields: ['a', '1'], fault: null },
      { line: 3, fields: ['b', '2'], fault: null },
    ])
    expect(second).toMatchObject({ line: 2, fault: expect.stringContaining(fault) })
    expect(more).toEqual([])
  })

  test('a quote that a later line would close', () => {
    expect(read('"a","b\nc","d"\n').map(({ line, fault }) => [line, fault !== null])).toEqual([
      [1, true],
      [2, true],
    ])
  })
})

describe('a line is read', () => {
  test.each([
    ['quoted', '"x","y"', ['x', 'y']],
    ['bare', 'x,y', ['x', 'y']],
    ['with doubled quotes', '"x""y",z', ['x"y', 'z']],
    ['with spaces kept', ' x , y ', [' x ', ' y ']],
    ['with empty fields', ',"",', ['', '', '']],
    ['with accents', '"É","œ"', ['É', 'œ']],
    ['of one field', 'x', ['x']],
    ['as long as one may be', 'x'.repeat(10_000), ['x'.repeat(10_000)]],
  ])('%s', (_, middle, fields) => {
    expect(readBetween(middle)[1]).toEqual({ line: 2, fields, fault: null })
  })

  test('and counted, however many there are and wherever one is spoilt', () => {
    const lines = Array.from({ length: 1501 }, (_, index) => `"${index}","x"`)
    lines[700] = '"spoilt'
    const found = read(lines.join('\r\n'))
    expect(found).toHaveLength(1501)
    expect(found.filter(({ fault }) => fault !== null).map(({ line }) => line)).toEqual([701])
    expect(found[1500]).toEqual({ line: 1501, fields: ['1500', 'x'], fault: null })
  })
})
