import graphql from '@graphql-eslint/eslint-plugin'

/** What is a part of something, or told once, and so has no id of its own. */
const WITHOUT_ID = [
  'AnonymousRefusal', 'AssuranceCoverage', 'Clock', 'ConditionProgress', 'ConditionState',
  'Declined', 'Deviation', 'Document', 'EarlierClassification', 'Effect', 'EffectCount',
  'EffectTurn', 'Funding', 'LackingSignatories', 'LedgerEntry', 'LedgerEntryBody', 'LedgerHead',
  'Live', 'Obligation', 'PageInfo', 'PracticeMailing', 'ProgrammeTerms', 'Reason', 'RegionTerm',
  'ReportUploadsAnswer', 'Ruling', 'RulingCounts', 'RulingTurn', 'RulingsChanged', 'ScopeClause',
  'Signature', 'Signatures', 'Speaker', 'SupplierTerm', 'SuspensionNotice', 'Tile',
  'UploadReportAnswer', 'Viewer', 'WebhookRegistration', 'WebhookReplay',
]

const { 'flat/schema-recommended': recommended, 'flat/schema-relay': relay } = graphql.configs
const [, { EnumValueDefinition: ofValues, ...naming }] =
  recommended.rules['@graphql-eslint/naming-convention']

/** What partners rely on, looked at in the contract as it is committed. */
export const contract = {
  files: ['schema.graphql'],
  plugins: { '@graphql-eslint': graphql },
  languageOptions: {
    parser: graphql.parser,
    parserOptions: { graphQLConfig: { schema: `${import.meta.dirname}/schema.graphql` } },
  },
  rules: {
    ...recommended.rules,
    ...relay.rules,
    // Lists are read forwards; of a page that has gone by the client keeps the cursor.
    '@graphql-eslint/relay-arguments': ['error', { includeBoth: false }],
    // Which types are nodes is said by WITHOUT_ID and a test; lists of parts have no page.
    '@graphql-eslint/relay-edge-types': [
      'error',
      { withEdgeSuffix: true, shouldImplementNode: false, listTypeCanWrapOnlyEdgeType: false },
    ],
    '@graphql-eslint/strict-id-in-types': [
      'error',
      { exceptions: { types: WITHOUT_ID, suffixes: ['Change', 'Connection', 'Edge'] } },
    ],
    '@graphql-eslint/require-description': [
      'error',
      {
        types: true,
        rootField: true,
        DirectiveDefinition: true,
        EnumValueDefinition: true,
        FieldDefinition: true,
        InputValueDefinition: true,
      },
    ],
    '@graphql-eslint/naming-convention': [
      'error',
      {
        ...naming,
        // A command is named as its mutation is.
        'EnumTypeDefinition[name.value!=CommandName] EnumValueDefinition': ofValues,
      },
    ],
    '@graphql-eslint/no-scalar-result-type-on-mutation': 'error',
    // `Live.liveFrom` is called so wherever people speak of it.
    '@graphql-eslint/no-typename-prefix': 'off',
  },
}
