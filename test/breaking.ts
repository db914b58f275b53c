import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { ACCEPTED_BREAKS } from './contract/accepted-breaks.js'
import { breakingChanges } from './contract/breaking.js'

/**
 * Names what breaks clients of the last committed contract. Where the contract at hand is the
 * committed one, it is compared with the one before it.
 */
const FILE = 'schema.graphql'

const git = (...args: string[]): string | null => {
  try {
    const stdio: ['ignore', 'pipe', 'ignore'] = ['ignore', 'pipe', 'ignore']
    return execFileSync('git', args, { encoding: 'utf8', stdio, maxBuffer: 2 ** 26 })
  } catch {
    // No git, no history, or no such file in it: there is nothing to compare with.
    return null
  }
}

const present = readFileSync(FILE, 'utf8')
const commits = git('log', '--first-parent', '--max-count=2', '--format=%H', '--', FILE) ?? ''
const earlier = commits
  .split('\n')
  .filter(Boolean)
  .map((commit) => ({ commit, sdl: git('show', `${commit}:./${FILE}`) }))
  .find(({ sdl }) => sdl !== null && sdl !== present)

if (!earlier?.sdl) {
  console.log(`There is no earlier ${FILE} in the history: nothing was compared.`)
} else {
  const all = breakingChanges(earlier.sdl, present)
  const found = all.filter((description) => !Object.hasOwn(ACCEPTED_BREAKS, description))
  for (const description of found) console.error(description)
  if (found.length > 0) process.exitCode = 1
  const outcome = found.length > 0 ? `${found.length} changes break` : 'nothing breaks'
  console.log(`Compared with ${FILE} of commit ${earlier.commit.slice(0, 7)}: ${outcome}.`)
}
