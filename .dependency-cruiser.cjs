/**
 * The house (DESIGN.md, 6): a folder of `api/` imports only folders to its left. Types count as
 * imports: a type borrowed from the right is a dependency all the same.
 */
const FOLDERS = [
  'kernel',
  'watch',
  'ledger',
  'register',
  'rules',
  'access',
  'regions',
  'rollouts',
  'consultations',
  'assurances',
  'suspensions',
  'rulings',
  'breaches',
  'changes',
  'events',
  'audit',
  'federation',
  'demonstration',
  'http',
  'sign-in',
]
const anyOf = (names) => `(${names.join('|')})`

const toTheRight = FOLDERS.slice(0, -1).map((folder, place) => ({
  name: `${folder}-imports-only-to-its-left`,
  comment: `The order is ${FOLDERS.join(', ')}. Move the code left, or the import's user right.`,
  severity: 'error',
  from: { path: `^api/${folder}/` },
  to: { path: `^api/${anyOf(FOLDERS.slice(place + 1))}/` },
}))

const PURE = '(^api/rules/|\\.decision\\.ts$)'
const SEEN_BY_THE_PURE = [
  '^api/(kernel|rules)/',
  '^api/register/(facts|register)\\.ts$',
  '\\.decision\\.ts$',
]

const house = [
  {
    name: 'every-folder-has-its-place',
    comment: 'A new folder of api/ is first given its place in FOLDERS of .dependency-cruiser.cjs.',
    severity: 'error',
    from: { path: '^api/[^/]+/', pathNot: `^api/(${FOLDERS.join('|')}|migrations)/` },
    to: {},
  },
  {
    name: 'the-top-is-imported-by-nothing-below',
    comment: 'Files directly in api/ put the parts together; the parts do not know them.',
    severity: 'error',
    from: { path: '^api/[^/]+/' },
    to: { path: '^api/[^/]+\\.ts$' },
  },
  {
    name: 'migrations-belong-to-the-top',
    comment: 'Only files directly in api/ run migrations.',
    severity: 'error',
    from: { path: '^api/[^/]+/', pathNot: '^api/migrations/' },
    to: { path: '^api/migrations/' },
  },
  {
    name: 'migrations-stand-alone',
    comment: 'A migration says what was done then; code that goes on changing cannot say it.',
    severity: 'error',
    from: { path: '^api/migrations/' },
    to: { path: '^api/', pathNot: '^api/migrations/' },
  },
  {
    name: 'rules-and-decisions-are-pure',
    comment: 'No database, schema, clock or I/O: only kernel, the facts, the register and rules.',
    severity: 'error',
    from: { path: PURE },
    to: { pathNot: SEEN_BY_THE_PURE },
  },
  {
    name: 'the-audit-shares-only-the-format',
    comment: 'An audit that folded with the code of the writer would repeat its faults.',
    severity: 'error',
    from: { path: '^api/audit/' },
    to: {
      path: '^api/(ledger|register)/',
      pathNot: ['^api/ledger/entry-hash\\.ts$', '^api/register/facts\\.ts$'],
    },
  },
  {
    name: 'the-product-knows-no-tests-and-no-console',
    severity: 'error',
    from: { path: '^api/' },
    to: { path: '^(test|console)/' },
  },
  {
    name: 'the-console-meets-the-api-in-the-schema',
    severity: 'error',
    from: { path: '^console/' },
    to: { path: '^api/' },
  },
]

const sound = [
  {
    name: 'no-cycles',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'everything-resolves',
    comment: 'The import names a file that is not there or a package that is not installed.',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'the-product-runs-without-what-tests-it',
    comment: 'A package that api/ imports belongs in dependencies of package.json.',
    severity: 'error',
    from: { path: '^api/' },
    to: {
      dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
      dependencyTypesNot: ['npm', 'type-only'],
    },
  },
]

module.exports = {
  forbidden: [...toTheRight, ...house, ...sound],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.holdfast)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
    },
  },
}
