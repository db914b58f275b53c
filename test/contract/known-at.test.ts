import { expect, test } from '@jest/globals'
import { buildSchema } from '../../api/schema.js'

/** What is no governed fact, and is not known by the ledger. */
const NOT_GOVERNED: Record<string, string> = {
  clock: 'the time it is now',
  viewer: 'the caller, as the token says',
  uploadReports: 'reports are kept outside the ledger',
  refusedAttempts: 'refusals are kept outside the ledger',
  webhooks: 'what clients set up is kept outside the ledger',
  anonymousRefusals: 'refusals are kept outside the ledger',
  _service: 'the schema, for a gateway',
  _entities: 'a gateway asks of now; its fields are asked with at',
}

const fields = Object.values(buildSchema().getQueryType()!.getFields())

test.each(fields.map((field) => [field.name, field] as const))(
  '%s can be asked as known at a moment, unless it is no governed fact',
  (name, { args }) => {
    const takes = args.some((argument) => argument.name === 'knownAt')
    expect(takes).toBe(!(name in NOT_GOVERNED))
  },
)

test('every list of governed facts can be asked as at a moment as well', () => {
  const lists = fields.filter(({ args, name }) =>
    !(name in NOT_GOVERNED) && args.some((argument) => argument.name === 'after'),
  )
  for (const { args } of lists) expect(args.map(({ name }) => name)).toContain('at')
})
