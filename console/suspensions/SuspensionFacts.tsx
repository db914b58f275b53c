import { Link } from '../shared/Link.js'
import { ScopeInWords } from '../shared/ScopeInWords.js'
import { SummaryList, type SummaryRow } from '../shared/SummaryList.js'
import { Moment, sayDay, sayHowMany } from '../shared/when.js'
import type { Suspension } from './source.js'
import { STRENGTHS } from './words.js'

const PracticeCodes = ({ codes }: { codes: readonly string[] }) => (
  <details>
    <summary>{sayHowMany(codes.length, 'practice')}</summary>
    <ul className="chips">
      {codes.map((code) => (
        <li key={code}><Link to={`/practices/${code}`}>{code}</Link></li>
      ))}
    </ul>
  </details>
)

const Keeps = ({ assurance }: Suspension) =>
  assurance ? (
    <>
      <Link to={`/assurances/${assurance.id}`}>{`Assurance ${assurance.id}`}</Link>
      {` of ${sayDay(assurance.givenOn)}: ${assurance.text}`}
    </>
  ) : (
    <>No assurance that is shown to you</>
  )

/** Advice is its giver's, and the time that a practice took is that practice's. */
const sayNobody = ({ strength, imposedBy }: Suspension): string => {
  if (!imposedBy) return 'Nobody: the practice alone lifts it'
  return strength === 'ADVISORY'
    ? `Nobody: ${imposedBy.code} alone takes it back`
    : 'A second administrator alone'
}

const Signatories = (suspension: Suspension) =>
  suspension.signatories.length === 0 ? (
    <>{sayNobody(suspension)}</>
  ) : (
    <ul className="unmarked">
      {suspension.signatories.map(({ code, name }) => <li key={code}>{`${name} (${code})`}</li>)}
    </ul>
  )

const ending = ({ endedAt, endingReason, replacedBy }: Suspension): SummaryRow[] =>
  endedAt === null
    ? []
    : [
        ['Ended', <Moment of={endedAt} />],
        ['Why it ended', endingReason],
        ...(replacedBy
          ? [[
              'In its place',
              <Link to={`/suspensions/${replacedBy.id}`}>{replacedBy.id}</Link>,
            ] as const]
          : []),
      ]

/** What a suspension says, and how it came and went. */
export const SuspensionFacts = (suspension: Suspension) => {
  const { reason, scope, strength, from, releases, spared, programme, imposedBy } = suspension
  return (
    <SummaryList
      rows={[
        ['What it holds', <ScopeInWords scope={scope} />],
        ['Reason', reason],
        ['Strength', STRENGTHS[strength]],
        ['From', <Moment of={from} />],
        ...ending(suspension),
        ['Programme', <Link to={`/programmes/${programme.code}`}>{programme.name}</Link>],
        [
          'Imposed by',
          imposedBy ? `${imposedBy.name} (${imposedBy.code})` : 'A practice, on itself',
        ],
        ['Keeps', <Keeps {...suspension} />],
        [
          'Releases practices',
          releases
            ? 'One by one, as its conditions are met there'
            : 'No: it ends as a whole',
        ],
        [
          'Spares practices that were live when it began',
          spared.length > 0 ? <PracticeCodes codes={spared} /> : 'None',
        ],
        ['Its loosening is signed by', <Signatories {...suspension} />],
      ]}
    />
  )
}
