import { ask } from '../graphql/ask.js'
import { Refused } from '../graphql/failure.js'
import { graphql } from '../graphql/tada.js'

/** Lists that are not for everybody: each is asked for nothing, and so says whether it is. */
const PROBES = {
  agreements: graphql(`query MayReadAgreements { agreements(first: 0) { totalCount } }`),
  breaches: graphql(`query MayReadBreaches { breaches(first: 0) { totalCount } }`),
  ledger: graphql(`query MayReadLedger { ledgerEntries(first: 0) { totalCount } }`),
  mailings: graphql(`query MayReadMailings { mailings(first: 0) { totalCount } }`),
  practices: graphql(`query MayReadPractices { practices(first: 0) { totalCount } }`),
  proposals: graphql(`query MayReadProposals { proposals(first: 0) { totalCount } }`),
  'refused-attempts': graphql(`query MayReadRefused { refusedAttempts(first: 0) { totalCount } }`),
  'upload-reports': graphql(`query MayReadReports { uploadReports(first: 0) { totalCount } }`),
  webhooks: graphql(`query MayReadWebhooks { webhooks(first: 0) { totalCount } }`),
}

const answers = new Map<string, Promise<boolean>>()

const refusedToRead = (error: unknown): boolean => {
  if (error instanceof Refused && error.code === 'FORBIDDEN') return false
  throw error
}

/** Whether who is signed in may read a list at all, by the API's word; asked once. */
export const mayRead = (resource: string): Promise<boolean> => {
  const probe = (PROBES as Partial<Record<string, (typeof PROBES)['agreements']>>)[resource]
  if (!probe) return Promise.resolve(true)
  const known = answers.get(resource)
  if (known) return known
  const answer = ask(probe, {}).then(() => true, refusedToRead)
  answers.set(resource, answer)
  answer.catch(() => answers.delete(resource))
  return answer
}

export const forgetWhatMayBeRead = (): void => answers.clear()
