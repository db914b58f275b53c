import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'
import { contract } from './eslint.contract.js'

/** Bugs that the compiler lets pass and a reader rarely sees. */
const bugs = {
  'array-callback-return': 'error',
  'default-case-last': 'error',
  eqeqeq: 'error',
  'no-constant-binary-expression': 'error',
  'no-constant-condition': 'error',
  'no-control-regex': 'error',
  'no-duplicate-case': 'error',
  'no-empty': 'error',
  'no-self-compare': 'error',
  'no-sparse-arrays': 'error',
  'no-template-curly-in-string': 'error',
  'no-unsafe-finally': 'error',
  'no-unsafe-optional-chaining': 'error',
  'prefer-const': 'error',
}

/** What STYLE.md asks of a file. To be tightened over time, never loosened. */
const shape = {
  complexity: ['error', 12],
  'max-depth': ['error', 3],
  'max-len': [
    'error',
    { code: 100, ignoreUrls: true, ignoreTemplateLiterals: true, ignoreRegExpLiterals: true },
  ],
  'max-lines': ['error', 250],
  'no-restricted-exports': [
    'error',
    {
      restrictDefaultExports: {
        direct: true,
        named: true,
        defaultFrom: true,
        namedFrom: true,
        namespaceFrom: true,
      },
    },
  ],
  'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'], location: 'anywhere' }],
}

const typed = {
  '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': 'error',
  '@typescript-eslint/no-non-null-assertion': 'error',
  '@typescript-eslint/no-unnecessary-condition': [
    'error',
    { allowConstantLoopConditions: 'only-allowed-literals' },
  ],
  // `_` names what a signature must have and the function does not need.
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
  // A work or resolver is async because its type says so, whether or not it waits for anything.
  '@typescript-eslint/require-await': 'off',
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
  '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
  '@typescript-eslint/switch-exhaustiveness-check': 'error',
}

export default defineConfig(
  globalIgnores(['node_modules/', 'dist/', '.holdfast/', 'console/graphql/graphql-env.d.ts']),
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
  },
  {
    files: ['**/*.{js,cjs,mjs,ts,tsx}'],
    rules: { ...bugs, ...shape },
  },
  contract,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: typed,
  },
  {
    files: ['api/**/*.ts', 'console/**/*.{ts,tsx}'],
    rules: {
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['api/**/*.ts'],
    rules: {
      'no-console': 'error',
    },
  },
  {
    // What is started by hand speaks to whoever started it, and a server to its log.
    files: ['api/*.ts', 'api/http/*.ts', 'api/watch/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    // One list of types, for every governed table; one table of commands.
    files: ['api/register/facts.ts', 'api/kernel/mutations.ts'],
    rules: { 'max-lines': 'off' },
  },
  {
    // A migration is a text of SQL, as long as its tables.
    files: ['api/migrations/*.ts'],
    rules: { 'max-lines-per-function': 'off' },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      // What GraphQL answers is looked at as it comes.
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['console/**/*.{ts,tsx}'],
    rules: {
      // Rows and filters of react-admin are of any type; what is read of them is typed by us.
      '@typescript-eslint/no-unsafe-assignment': 'off',
    },
  },
  {
    // The variables of documents of every kind have no type in common.
    files: ['console/graphql/tada.ts'],
    rules: { '@typescript-eslint/no-explicit-any': 'off' },
  },
  {
    // An attack is told in few lines, each as long as it has to be.
    files: ['test/attack/*.ts'],
    rules: { 'max-len': ['error', 140], 'max-lines': 'off' },
  },
  {
    // The tools that read these ask for a default export.
    files: ['**/*.config.{js,ts}', '.*.cjs'],
    rules: { 'no-restricted-exports': 'off' },
  },
)
