import { createHash } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  canonical, EMPTY_TREE, grow, growAll, hashBody, rootOf, type EntryHeader,
} from '../../api/ledger/entry-hash.js'

const sha256 = (...parts: readonly Buffer[]): Buffer =>
  createHash('sha256').update(Buffer.concat(parts)).digest()

/** The root as RFC 6962, 2.1 defines it: split at the largest power of two below the size. */
const naiveRoot = (leaves: readonly Buffer[]): Buffer => {
  const [first] = leaves
  if (!first) return sha256()
  if (leaves.length === 1) return sha256(Buffer.from([0]), first)
  let split = 1
  while (split * 2 < leaves.length) split *= 2
  const [left, right] = [naiveRoot(leaves.slice(0, split)), naiveRoot(leaves.slice(split))]
  return sha256(Buffer.from([1]), left, right)
}

const header = (sequence: number, subject = 'a'): EntryHeader => ({
  sequence,
  at: '2010-04-16T10:00:00.000Z',
  change: '00000000-0000-4000-8000-000000000000',
  issuer: 'tests',
  subject,
  organisation: 'DH',
  kind: 'recordPractice',
  bodyHash: 'ab'.repeat(32),
})

describe('the tree', () => {
  const EMPTY_ROOT = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

  // The leaves and roots that Certificate Transparency's own implementations are tested with.
  const LEAVES = [
    '', '00', '10', '2021', '3031', '40414243', '5051525354555657',
    '606162636465666768696a6b6c6d6e6f',
  ]
  test.each([
    [0, EMPTY_ROOT],
    [1, '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
    [2, 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
    [3, 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77'],
    [4, 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7'],
    [5, '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4'],
    [6, '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef'],
    [7, 'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c'],
    [8, '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'],
  ])('the naive root of these tests is that of RFC 6962 for %i leaves', (size, root) => {
    const leaves = LEAVES.slice(0, size).map((hex) => Buffer.from(hex, 'hex'))
    expect(naiveRoot(leaves).toString('hex')).toBe(root)
  })

  test('without entries it has the root of nothing', () => {
    expect(rootOf(EMPTY_TREE)).toBe(EMPTY_ROOT)
  })

  test('of one entry it has the hash of that leaf, worked out elsewhere, as its root', () => {
    expect(rootOf(grow(EMPTY_TREE, header(1)))).toBe(
      'cf198786ff619c7c3dc4a10c52b1520153490bd4df402975bcb84d6f59a4c44e',
    )
  })

  test('grown entry by entry it has the naive root at every size', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 70 }), (subjects) => {
        const headers = subjects.map((subject, index) => header(index + 1, subject))
        const leaves = headers.map((each) => Buffer.from(canonical(each)))
        let tree = EMPTY_TREE
        for (const [index, each] of headers.entries()) {
          tree = grow(tree, each)
          expect(rootOf(tree)).toBe(naiveRoot(leaves.slice(0, index + 1)).toString('hex'))
        }
        expect(tree.size).toBe(headers.length)
      }),
      { numRuns: 60 },
    )
  })

  test('growing one leaves the tree it grew from as it was', () => {
    const one = grow(EMPTY_TREE, header(1))
    const before = rootOf(one)
    expect(rootOf(grow(one, header(2, 'b')))).not.toBe(rootOf(grow(one, header(2, 'c'))))
    expect(rootOf(one)).toBe(before)
  })

  test.each([0, 1, 3])('takes no entry %i after entry 1', (sequence) => {
    const one = grow(EMPTY_TREE, header(1))
    expect(() => grow(one, header(sequence))).toThrow('a ledger entry out of order')
  })

  test.each([
    'at', 'change', 'issuer', 'subject', 'organisation', 'kind', 'bodyHash',
  ])('another %s is another root', (name) => {
    const other = { ...header(1), [name]: 'other' }
    expect(rootOf(grow(EMPTY_TREE, other))).not.toBe(rootOf(grow(EMPTY_TREE, header(1))))
  })
})

test.each([1, 4_080, 4_081, 8_150, 8_160, 8_170, 100_000])(
  'a body of %i letters and more is hashed behind the bytes of its salt',
  (letters) => {
    const salt = '000102030405060708090a0b0c0d0e0f'
    const body = `{"a":"é${'x'.repeat(letters)}"}`
    const expected = sha256(Buffer.from(salt, 'hex'), Buffer.from(body)).toString('hex')
    expect(hashBody(salt, body)).toBe(expected)
  },
)

describe('a header among others', () => {
  const others = ['at', 'change', 'issuer', 'subject', 'organisation', 'kind'] as const

  test.each(others)('of another %s is hashed as its own', (name) => {
    const headers = [header(1), { ...header(2), [name]: 'other' }, header(3)]
    const leaves = headers.map((each) => Buffer.from(canonical(each)))
    expect(rootOf(growAll(EMPTY_TREE, headers))).toBe(naiveRoot(leaves).toString('hex'))
  })
})

describe('canonical text, by the examples of RFC 8785', () => {
  test('3.2.2: numbers, strings and literals', () => {
    const value = JSON.parse(String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`)
    expect(canonical(value)).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],` +
        String.raw`"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    )
  })

  test('3.2.3: properties are sorted by UTF-16 code units', () => {
    const value = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      1: 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    }
    expect(Object.values(JSON.parse(canonical(value)))).toEqual([
      'One', // JavaScript lists a number first; in the text it comes second, as below.
      'Carriage Return',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ])
    expect(canonical(value)).toMatch(/^\{"\\r":"Carriage Return","1":"One",/)
  })

  test.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['ffefffffffffffff', '-1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['44b52d02c7e14af7', '1.0000000000000001e+23'],
    ['444b1ae4d6e2ef4f', '999999999999999900000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555555', '333333333.3333333'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ])('appendix B: the number %s is %s', (ieee, text) => {
    expect(canonical(Buffer.from(ieee, 'hex').readDoubleBE())).toBe(text)
  })

  test.each([Number.NaN, Number.POSITIVE_INFINITY, '\ud800', undefined])('%p has none', (value) => {
    expect(() => canonical(value)).toThrow()
  })
})
