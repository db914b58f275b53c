import { Command, InvalidArgumentError } from 'commander'
import { CannotStart, readConfig } from './config.js'
import { signAssertion, signToken } from './issuers.js'
import { Role } from './kernel/vocabulary.js'
import { runCommand } from './run-command.js'

interface Options {
  role: string
  organisation: string
  subject: string
  region?: string
  supplier?: string
  hours: number
}

const readRole = (text: string): string => {
  if (Object.hasOwn(Role, text)) return text
  throw new InvalidArgumentError(`It has to be one of ${Object.keys(Role).join(', ')}.`)
}

const readHours = (text: string): number => {
  const hours = Number(text)
  if (hours > 0 && hours <= 24 * 365) return hours
  throw new InvalidArgumentError('It has to be a number of hours, up to a year.')
}

const readOrigin = (text: string): string => {
  if (URL.canParse(text) && new URL(text).origin === text) return text
  throw new InvalidArgumentError('It has to look like http://127.0.0.1:4000, without a path.')
}

const program = new Command('npm run token --')
const bearer = program
  .command('bearer', { isDefault: true })
  .description('Prints a token of the demonstration. Nothing else accepts it.')
  .requiredOption('--role <role>', Object.keys(Role).join(', '), readRole)
  .requiredOption('--organisation <code>', 'organisation; for PRACTICE, the code of the practice')
  .requiredOption('--subject <name>', 'who it speaks of')
  .option('--region <code>', 'the region of a REGIONAL_LEAD')
  .option('--supplier <code>', 'the supplier that a PARTNER is')
  .option('--hours <hours>', 'how long it lasts', readHours, 12)

const printToken = async ({ hours, ...claims }: Options): Promise<void> => {
  if (claims.role === 'REGIONAL_LEAD' && !claims.region) {
    throw new CannotStart('A REGIONAL_LEAD needs --region, such as Q36.')
  }
  if (claims.role === 'PARTNER' && !claims.supplier) {
    throw new CannotStart('A PARTNER needs --supplier, such as EMIS.')
  }
  console.log(await signToken(readConfig(process.env).dataFolder, claims, hours))
}

const printAssertion = async ({ origin }: { origin: string }): Promise<void> =>
  console.log(await signAssertion(readConfig(process.env).dataFolder, origin))

bearer.action((options: Options) => runCommand(() => printToken(options)))
program
  .command('assertion')
  .description('Prints what the demonstration’s system gets one token for, within five minutes.')
  .option('--origin <address>', 'where Holdfast answers', readOrigin, 'http://127.0.0.1:4000')
  .action((options: { origin: string }) => runCommand(() => printAssertion(options)))
program.addHelpText('after', `\n${bearer.helpInformation()}`)

await program.parseAsync()
