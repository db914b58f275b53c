import { useViewer } from '../shared/Actions.js'
import { ACTIVITIES, sayCode, sayOutcome, sayRolloutState } from '../shared/say.js'
import { sayCondition, saySince } from '../shared/condition.js'
import { EntryLink } from '../shared/EntryLink.js'
import { SummaryList, type SummaryRow } from '../shared/SummaryList.js'
import { Table, type Column } from '../shared/Table.js'
import { StateTag } from '../shared/Tag.js'
import { ThingLink, ThingLinks } from '../shared/ThingLink.js'
import { Moment, sayHowMany } from '../shared/when.js'
import { isOutOfItsHands } from './own-doing.js'
import type { Reason, Ruling } from './ruling.js'

type State = NonNullable<Reason['suspension']>['conditionStates'][number]

const MET = { word: 'Met', tone: 'good' } as const
const UNMET = { word: 'Not met', tone: 'wait' } as const

const STATES: readonly Column<State>[] = [
  {
    label: 'Condition',
    cell: ({ condition }) => (
      <>
        {sayCondition(condition)}
        <div className="quiet">{saySince(condition)}</div>
      </>
    ),
  },
  {
    label: 'Here',
    cell: ({ met }) => <StateTag of={met ? MET : UNMET} />,
  },
  { label: 'Evidence', cell: ({ evidence }) => <ThingLinks ids={evidence} none="None yet" /> },
]

const Conditions = ({ suspension }: { suspension: NonNullable<Reason['suspension']> }) => (
  <Table
    caption={`Conditions of ${suspension.id}, for this practice`}
    columns={STATES}
    rows={suspension.conditionStates}
    keyOf={({ condition }) => condition.place}
    none={`${suspension.id} has no conditions: it holds until it is lifted.`}
  />
)

interface Asked {
  readonly reason: Reason
  readonly ruling: Ruling
}

/** Says to a practice what it can do nothing about; the remedy says who can. */
const OutOfYourHands = ({ reason, ruling }: Asked) => {
  const viewer = useViewer()
  return viewer?.roles.includes('PRACTICE') && isOutOfItsHands(reason, ruling) ? (
    <> Nothing that your practice does ends this.</>
  ) : null
}

const Why = ({ reason, ruling }: Asked) => {
  const { code, message, remedy, permittedFrom, suspension, rollout } = reason
  return (
    <li>
      <p><strong>{message}</strong></p>
      <p>
        {remedy ?? 'No remedy is known.'}
        {/* Of notice the remedy says when it ends; midnight beside it was taken for a day on. */}
        {permittedFrom && code !== 'NOTICE_TOO_SHORT' && (
          <> This reason alone ends on <Moment of={permittedFrom} />.</>
        )}
        <OutOfYourHands reason={reason} ruling={ruling} />
        {suspension && <> See suspension <ThingLink id={suspension.id} />.</>}
        {rollout && <> See rollout <ThingLink id={rollout.id} />.</>}
      </p>
      {suspension && <Conditions suspension={suspension} />}
    </li>
  )
}

const Reasons = (ruling: Ruling) => {
  const { reasons } = ruling
  if (reasons.length === 0) return null
  return (
    <>
      <h3>{sayHowMany(reasons.length, 'reason', 'reasons, all of which have to go')}</h3>
      <ol className="reasons">
        {reasons.map((reason) => (
          <Why key={`${reason.code} ${reason.message}`} reason={reason} ruling={ruling} />
        ))}
      </ol>
    </>
  )
}

const Governing = ({ rollouts }: Ruling) =>
  rollouts.length === 0 ? (
    <>None</>
  ) : (
    rollouts.map(({ id, region, classificationThen, state }) => (
      <div key={id}>
        <ThingLink id={id} />
        {`, ${region.name}, ${sayCode(classificationThen).toLowerCase()}, `}
        {sayRolloutState(state).word.toLowerCase()}
      </div>
    ))
  )

const rowsOf = (ruling: Ruling): readonly SummaryRow[] => {
  const { advisories, dispensations, obligations, validUntil } = ruling
  return [
    ['Rollouts that govern', <Governing {...ruling} />],
    ...(validUntil ? [['Answer good until', <Moment of={validUntil} />] as const] : []),
    ...advisories.map(
      ({ id, reason }) =>
        [`Advisory suspension (${id})`, <>{reason} <ThingLink id={id} /> is shown, and refuses nothing.</>] as const,
    ),
    ...dispensations.map(
      ({ id, reason, until, suspension }) =>
        [
          `Dispensation (${id})`,
          <>
            {reason} It excepts from <ThingLink id={suspension.id} /> until <Moment of={until} />.
          </>,
        ] as const,
    ),
    ...obligations.map(({ code, text }) => [`Obligation: ${sayCode(code)}`, text] as const),
  ]
}

/** In a sentence: may it, and on what that rests. */
const say = ({ outcome, activity, basis }: Ruling): string => {
  const what = ACTIVITIES[activity].toLowerCase()
  const may = outcome === 'PERMIT' ? 'It may' : 'It may not'
  return basis === 'LIVE'
    ? `${may} ${what} now.`
    : `${may} ${what} then. This answers a question, and is no permission.`
}

/** An answer in words: whether it may, every reason why not, and what would turn each. */
export const RulingView = ({ ruling }: { ruling: Ruling }) => (
  <div role="status">
    <p className="row">
      <StateTag of={sayOutcome(ruling.outcome)} />
      <strong>{say(ruling)}</strong>
    </p>
    <Reasons {...ruling} />
    <SummaryList rows={rowsOf(ruling)} />
    <p className="quiet">
      By the register as it stood at entry <EntryLink sequence={ruling.registerSequence} /> of the
      ledger, for <Moment of={ruling.at} />.
    </p>
  </div>
)
