import { runChild, type Outcome } from './child.js'

/** A check that needs no server: a script of package.json, and what to do when it fails. */
export interface Check {
  readonly name: string
  readonly script: string
  readonly remedy: string
}

/** The longest first, so that two lanes end at about the same time. */
export const CHECKS: readonly Check[] = [
  {
    name: 'lint',
    script: 'check:lint',
    remedy: 'Mend each line below; `npm run check:lint` looks again.',
  },
  {
    name: 'types',
    script: 'check:types',
    remedy: 'Mend each line below; `npm run check:types` looks again.',
  },
  {
    name: 'imports',
    script: 'check:imports',
    remedy: 'Move the code to where it may be imported; the order is in .dependency-cruiser.cjs.',
  },
  {
    name: 'schema',
    script: 'check:schema',
    remedy: 'If the change of the contract is meant, run `npm run schema` and commit it.',
  },
  {
    name: 'breaking',
    script: 'check:breaking',
    remedy: 'Give what is gone back, deprecated: its `deprecationReason` says what to use instead.',
  },
  {
    name: 'words',
    script: 'check:words',
    remedy: 'Write the word on the right; a quotation of others takes (sic) on its line.',
  },
]

const LANES = 2

/** Runs every check, two side by side, and reports each as it ends. */
export const runChecks = async (
  signal: AbortSignal,
  report: (check: Check, outcome: Outcome) => void,
): Promise<boolean[]> => {
  const waiting = [...CHECKS]
  const passed: boolean[] = []
  const lane = async (): Promise<void> => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const outcome = await runChild(['npm', 'run', '--silent', check.script], { signal })
      report(check, outcome)
      passed.push(outcome.ok)
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  return passed
}
