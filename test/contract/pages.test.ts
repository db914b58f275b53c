import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { ApolloServerErrorCode } from '@apollo/server/errors'
import { expect, test } from '@jest/globals'
import { buildSchema, getNamedType, isObjectType, type GraphQLObjectType } from 'graphql'
import { errorsPage } from '../../api/errors-page.js'
import { ProtocolCode, RefusalCode } from '../../api/kernel/refusal.js'
import { referencePage } from '../../api/reference-page.js'

const PAGES = 'api/docs/'
const contract = buildSchema(readFileSync('schema.graphql', 'utf8'))
const read = (name: string): string => readFileSync(PAGES + name, 'utf8')

test('the pages that are committed are those of the code', () => {
  expect(read('reference.md')).toBe(referencePage(contract))
  expect(read('errors.md')).toBe(errorsPage())
})

test('every code that the server’s library gives is on the list, and each is there once', () => {
  const known = [...Object.keys(RefusalCode), ...Object.keys(ProtocolCode)]
  expect(known).toEqual(expect.arrayContaining(Object.values(ApolloServerErrorCode)))
  const rows = [...read('errors.md').matchAll(/^\| `(\w+)` \|/gm)].map((row) => row[1]!)
  expect(rows.sort()).toEqual(known.sort())
  expect(new Set(rows).size).toBe(rows.length)
})

test('the reference tells every operation, and each type that one leads to but for lists', () => {
  const page = read('reference.md')
  const rootFields = [contract.getQueryType(), contract.getMutationType()].flatMap((type) =>
    Object.values((type as GraphQLObjectType).getFields()),
  )
  for (const { name, type } of rootFields) {
    expect(page).toContain(`\n| \`${name}\` |`)
    const named = getNamedType(type)
    const told = isObjectType(named) && !/Connection$/.test(named.name)
    if (told) expect(page).toContain(`\n### ${named.name}\n`)
  }
})

test('every place that a page points to is there', () => {
  const anchorsOf = (page: string): string[] =>
    [...page.matchAll(/^#+ (.+)$/gm)].map((heading) =>
      heading[1]!.toLowerCase().replace(/[^\w -]/g, '').replaceAll(' ', '-'),
    )
  for (const name of readdirSync(PAGES).filter((each) => each.endsWith('.md'))) {
    const links = [...read(name).matchAll(/\]\((?!http)([^)#]*)(?:#([^)]+))?\)/g)]
    for (const [link, file, anchor] of links) {
      const target = file || name
      expect({ name, link, there: existsSync(PAGES + target) }).toEqual({ name, link, there: true })
      if (anchor) expect(anchorsOf(read(target))).toContain(anchor)
    }
  }
})
