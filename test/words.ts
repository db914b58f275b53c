import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

/** A word that is not said here, the one that is, and why. */
interface Word {
  readonly wrong: RegExp
  readonly right: string
  readonly because: string
}

const ORDER = 'an order that holds activities has one name'

/** The programme's words are spelt one way everywhere, so that a search for one finds it all. */
const WORDS: readonly Word[] = [
  { wrong: /organi[z]ations?/gi, right: 'organisation', because: 'British spelling' },
  {
    // A computer program is spelt so too; what runs nationally, or has a code, is not one.
    wrong: /(?<=\b(national|data|records?|care|SCR) )programs?\b|program(?=Code|Id|Fact|Terms)/gi,
    right: 'programme',
    because: 'a national programme is no computer program',
  },
  {
    wrong: /\broll[-_]outs?|\brollOuts?|RollOuts?|ROLL_OUTS?/g,
    right: 'rollout',
    because: 'one word',
  },
  { wrong: /practises?(?![a-z])/gi, right: 'practice', because: 'the noun has a c' },
  { wrong: /\bsurger(y|ies)\b/g, right: 'practice', because: 'it is a practice by its ODS code' },
  { wrong: /suspen(t|c|st|ss)ions?/gi, right: 'suspension', because: 'spelling' },
  { wrong: /embargo(e?s)?|moratori(um|a)/gi, right: 'suspension', because: ORDER },
  { wrong: /\b(hold|holding|freeze)[ _]orders?\b/gi, right: 'suspension', because: ORDER },
  { wrong: /assur(e|ra)nces?|\basurances?/gi, right: 'assurance', because: 'spelling' },
  {
    wrong: /despensations?|dispen(t|c|st)ations?|dispen(t|sas|sac)ions?/gi,
    right: 'dispensation',
    because: 'spelling',
  },
  { wrong: /waivers?|derogations?/gi, right: 'dispensation', because: 'an exception has one name' },
  { wrong: /verdicts?/gi, right: 'ruling', because: 'the answer has one name' },
  { wrong: /mail-?outs?|mailshots?/gi, right: 'mailing', because: 'packs received have one name' },
  { wrong: /\bvendors?\b/gi, right: 'supplier', because: 'who makes a practice system is one' },
  { wrong: /\bDoH\b/g, right: 'DH', because: 'that is its code in the register' },
]

const PLACES = ['api', 'console', 'test', 'docs', 'README.md', 'schema.graphql']
const TEXTS = /\.(ts|tsx|mjs|cjs|js|md|graphql|sql|css|html)$/
/** This file alone names the wrong words. */
const ITSELF = 'test/words.ts'

const files = (): string[] =>
  execFileSync(
    'git',
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', ...PLACES],
    { encoding: 'utf8' },
  )
    .split('\0')
    // A file that was deleted stays listed until the deletion is committed.
    .filter((path) => TEXTS.test(path) && path !== ITSELF && existsSync(path))

/** What others named is theirs: addresses, packages and what is imported from them. */
const ADDRESS = /\w+:\/\/[^\s'"`)>]+/g
const IMPORT_OF_PACKAGE = /^\s*(import|export)\b.*\bfrom ['"][^.]/
/** What was said is quoted as it was said: `(sic)` or `[sic]` on the line. */
const SIC = /[([]sic[)\]]/

const ours = (line: string): string =>
  IMPORT_OF_PACKAGE.test(line) || SIC.test(line) ? '' : line.replace(ADDRESS, '')

const faultsOfLine = (line: string, place: string): string[] =>
  WORDS.flatMap(({ wrong, right, because }) =>
    (ours(line).match(wrong) ?? []).map(
      (found) => `${place}  "${found}" is "${right}" here: ${because}`,
    ),
  )

const faultsOf = (path: string): string[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line, index) => faultsOfLine(line, `${path}:${index + 1}`))

const faults = files().flatMap(faultsOf)
for (const fault of faults) console.error(fault)
if (faults.length > 0) process.exitCode = 1
