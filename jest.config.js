import { swcOptions } from './swc.config.js'

export default {
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  testEnvironment: 'node',
  transform: { '\\.ts$': ['@swc/jest', swcOptions] },
  extensionsToTreatAsEsm: ['.ts'],
  // A file of ours is imported as `.js` and written as `.ts`. A package's `.js` still comes first.
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  moduleFileExtensions: ['js', 'mjs', 'cjs', 'ts', 'json', 'node'],
  maxWorkers: 2,
  // It only matters for what never comes: a machine that others load as well is slow.
  testTimeout: 120_000,
  // A worker has kept much by the end of all tests, and takes a moment to let go of it.
  workerGracefulExitTimeout: 10_000,
  // What failed, and how many: a test that passes has nothing to say.
  reporters: [['summary', { summaryThreshold: 0 }]],
}
