import { Command, Option } from 'commander'

/** What the bench measures, part by part. */
export const PARTS = ['rulings', 'effects', 'http', 'fold', 'files', 'told'] as const
export type Part = (typeof PARTS)[number]

/** What is measured, and how long. */
export interface BenchOptions {
  readonly quick: boolean
  /** One part, or all where it is left out. */
  readonly only?: Part
}

/** What the bench is asked for; where that is help, or wrong, it says so and ends. */
export const readOptions = (argv: readonly string[]): BenchOptions => {
  const only = new Option('--only <part>', 'measures one part').choices(PARTS)
  return new Command('npm run bench --')
    .description('Measures Holdfast beside its goals. A wrong answer fails, a missed goal not.')
    .option('--quick', 'measures fewer rounds, for a first look', false)
    .addOption(only)
    .parse(argv)
    .opts<BenchOptions>()
}

/** About how long it takes, for whoever waits for it. */
export const sayDuration = ({ quick, only }: BenchOptions): string => {
  const whole = quick ? 'about five minutes' : 'about ten minutes'
  return only
    ? `Measuring ${only} alone takes a part of ${whole} on two cores; the database comes first.`
    : `Measuring takes ${whole} on two cores; the database comes first.`
}
