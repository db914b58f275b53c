import { expect, test } from '@jest/globals'
import { sayPlainly } from '../../api/access/plain-rules.js'

test.each([
  ['scope must contain at least 1 elements', 'scope must name at least one'],
  ['each value in scope must contain at least 2 elements',
    'each value in scope must name at least 2'],
  ['regions must contain no more than 100 elements', 'regions must name at most 100'],
  ['packs must be an integer number', 'packs must be a whole number'],
  ['packs must not be less than 1', 'packs must be at least 1'],
  ['packs must not be greater than 10', 'packs must be at most 10'],
  ['title must be longer than or equal to 1 characters', 'title must have at least 1 character'],
  ['title must be shorter than or equal to 20 characters', 'title must have at most 20 characters'],
  ['title must be longer than or equal to 1 and shorter than or equal to 20 characters',
    'title must have 1 to 20 characters'],
  ['reason must say something', 'reason must say something'],
])('%s: %s', (rule, plain) => {
  expect(sayPlainly(rule)).toBe(plain)
})
