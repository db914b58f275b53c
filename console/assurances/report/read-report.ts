import { ask } from '../../graphql/ask.js'
import type { ResultOf } from '../../graphql/tada.js'
import type { Moments } from '../../shared/as-at.js'
import { PROGRESS, type Progress } from '../../suspensions/use-progress.js'
import { AGAINST, type AgainstRow } from '../against.js'
import { ASSURANCE, type Assurance, type MadeFor } from '../source.js'
import { ENTRIES, HEAD, REGIONS, UNHELD } from './documents.js'
import { readEvidence, type Evidence } from './read-evidence.js'
import { allPages, forEach, ifForMe } from './pages.js'

type Region = ResultOf<typeof REGIONS>['regions']['edges'][number]['node']
type Entry = ResultOf<typeof ENTRIES>['page']['edges'][number]['node'] & { readonly key: string }
type Unheld = NonNullable<
  ResultOf<typeof UNHELD>['assurance']
>['coverage']['page']['edges'][number]['node']

/** How the conditions of a suspension stand in a region. */
export interface Standing {
  readonly suspension: MadeFor
  readonly region: Region
  readonly progress: Progress
}

/** All that a report tells of an assurance. */
export interface ReportData extends Moments {
  readonly assurance: Assurance
  readonly head: ResultOf<typeof HEAD>
  readonly regions: readonly Region[]
  readonly standings: readonly Standing[]
  readonly evidence: Evidence
  readonly unheld: readonly Unheld[]
  readonly breaches: readonly AgainstRow[]
  /** Null where the ledger is not for who asks. */
  readonly entries: readonly Entry[] | null
}

/** Says the name of a region by its code. */
export const namesIn = (regions: readonly Region[]) => {
  const names = new Map(regions.map(({ code, name }) => [code, name]))
  return (code: string): string => names.get(code) ?? code
}

const hasPractices = ({ progress }: Standing): boolean =>
  progress.some(({ met, unmet }) => met + unmet > 0)

/** By SHA, and by PCT within those SHAs whose practices a suspension takes in. */
const readStandings = async (
  suspension: MadeFor,
  regions: readonly Region[],
  moments: Moments,
): Promise<Standing[]> => {
  const read = async (region: Region): Promise<Standing> => {
    const variables = { id: suspension.id, region: region.code, ...moments }
    const answer = await ask(PROGRESS, variables)
    return { suspension, region, progress: answer.suspension?.progress ?? [] }
  }
  const shas = await forEach(regions.filter(({ kind }) => kind === 'SHA'), read)
  const told = shas.filter(hasPractices)
  const within = await forEach(told, async (standing) => {
    const { code } = standing.region
    const pcts = regions.filter(
      ({ kind, ancestors }) => kind === 'PCT' && ancestors.some((each) => each.code === code),
    )
    return [standing, ...(await forEach(pcts, read)).filter(hasPractices)]
  })
  return within.flat()
}

const readEntries = async (keys: readonly string[], { knownAt }: Moments): Promise<Entry[]> => {
  const found = await forEach(keys, async (key) => {
    const entries = await allPages(
      async (after) => (await ask(ENTRIES, { key, after, knownAt })).page,
    )
    return entries.map((entry) => ({ ...entry, key }))
  })
  return found.flat().sort((a, b) => a.sequence - b.sequence)
}

const readUnheld = (id: string, moments: Moments): Promise<Unheld[]> =>
  allPages(async (after) =>
    (await ask(UNHELD, { id, after, ...moments })).assurance?.coverage.page)

const readBreaches = (id: string, moments: Moments): Promise<AgainstRow[]> =>
  allPages(async (after) =>
    (await ask(AGAINST, { id, first: 200, after, ...moments })).assurance?.breaches)

const readOnce = async (id: string, moments: Moments): Promise<ReportData | null> => {
  const head = await ask(HEAD, { knownAt: moments.knownAt })
  // One moment for all of it, where none was chosen: now is later at every question.
  const pinned = { ...moments, at: moments.at ?? head.clock.now }
  const { row: assurance } = await ask(ASSURANCE, { id, ...pinned })
  if (!assurance) return null
  const { regions: found } = await ask(REGIONS, pinned)
  const regions = found.edges.map(({ node }) => node)
  const holding = assurance.suspensions.filter(
    ({ inForce, conditions }) => inForce && conditions.length > 0,
  )
  const standings = await forEach(holding, (each) => readStandings(each, regions, pinned))
  const breaches = await readBreaches(id, pinned)
  const keys = [id, ...[...assurance.suspensions, ...assurance.dispensations, ...breaches]
    .map((each) => each.id)]
  return {
    ...pinned,
    assurance,
    head,
    regions,
    standings: standings.flat(),
    evidence: await readEvidence(assurance, holding, { moments: pinned, nameOf: namesIn(regions) }),
    unheld: await readUnheld(id, pinned),
    breaches,
    entries: await ifForMe(readEntries(keys, pinned)),
  }
}

const TRIES = 3

/**
 * Reads all that is to be told of an assurance; null where there is none for who asks. Where the
 * ledger moved meanwhile, it is read again: a report tells of one state of the register.
 */
export const readReport = async (id: string, moments: Moments): Promise<ReportData | null> => {
  for (let tried = 1; ; tried += 1) {
    const report = await readOnce(id, moments)
    const { ledgerHead } = await ask(HEAD, { knownAt: moments.knownAt })
    if (!report || report.head.ledgerHead.sequence === ledgerHead.sequence) return report
    if (tried === TRIES) {
      throw new Error('The ledger moved while this was read, three times. Try again in a minute.')
    }
  }
}
