import { Link } from '../../shared/Link.js'
import { sayCode, type Said } from '../../shared/say.js'
import { Table, type Column } from '../../shared/Table.js'
import { StateTag } from '../../shared/Tag.js'
import { sayEffect, sayWhoSigns } from '../../shared/command/words.js'
import type { Job, Wish } from './job.js'

const sayWaiting = ({ outcome }: Job): string =>
  outcome?.proposal ? `Waits for ${sayWhoSigns(outcome.proposal.missing)}` : 'Takes effect at once'

/** How one stands: before it is sent, what would be; afterwards, what came of it. */
const standingOf = (job: Job): Said => {
  switch (job.standing) {
    case 'TO_DO': return { word: 'Not worked out yet', tone: 'plain' }
    case 'PREVIEWED': return job.outcome?.proposal
      ? { word: 'Has to be signed', tone: 'wait' }
      : { word: 'Takes effect at once', tone: 'good' }
    case 'APPLIED': return { word: 'Applied', tone: 'good' }
    case 'WAITS': return { word: 'Waits for signatures', tone: 'wait' }
    case 'REFUSED': return { word: 'Refused', tone: 'bad' }
    case 'UNKNOWN': return { word: 'Not known', tone: 'bad' }
  }
}

const Words = (job: Job) => {
  const { outcome, words, standing } = job
  if (words) return <>{words}</>
  if (!outcome) return <>Nothing yet</>
  const { effect, proposal } = outcome
  return (
    <>
      {effect ? sayEffect(effect) : 'It turns nothing.'}
      {proposal && ` ${sayWaiting(job)}. `}
      {standing === 'WAITS' && proposal && (
        <Link to={`/proposals/${proposal.id}`}>{`Open ${proposal.id}`}</Link>
      )}
    </>
  )
}

const columnsOf = ({ classification }: Wish): readonly Column<Job>[] => [
  {
    label: 'Rollout',
    cell: ({ rollout }) => <Link to={`/rollouts/${rollout.id}`}>{rollout.id}</Link>,
  },
  { label: 'Region', cell: ({ rollout }) => rollout.region.name },
  { label: 'From', cell: ({ rollout }) => sayCode(rollout.classification) },
  { label: 'To', cell: () => sayCode(classification) },
  { label: 'State', cell: (job) => <StateTag of={standingOf(job)} /> },
  { label: 'What turns, and what was answered', cell: (job) => <Words {...job} /> },
]

/** Each rollout with what it would turn, or with what came of it: none is left out. */
export const JobsTable = ({ caption, wish, jobs }: {
  caption: string
  wish: Wish
  jobs: readonly Job[]
}) => (
  <Table
    caption={caption}
    columns={columnsOf(wish)}
    rows={jobs}
    keyOf={({ rollout }) => rollout.id}
    none="No rollout was chosen."
  />
)
