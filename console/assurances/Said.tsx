import { Link } from '../shared/Link.js'
import { Section } from '../shared/Section.js'
import { SummaryList, type SummaryRow } from '../shared/SummaryList.js'
import { Day, Moment, sayDay } from '../shared/when.js'
import { CheckFile } from './CheckFile.js'
import type { Assurance, Speaker } from './source.js'
import { saySpeaker, WORDINGS } from './words.js'
import './said.css'

const Speakers = ({ of }: { of: readonly Speaker[] }) => (
  <ul className="unmarked">
    {of.map((speaker) => {
      const words = saySpeaker(speaker)
      return <li key={words}>{words}</li>
    })}
  </ul>
)

const Other = ({ id, givenOn }: NonNullable<Assurance['supersedes']>) => (
  <>
    <Link to={`/assurances/${id}`}>{id}</Link>
    {`, given on ${sayDay(givenOn)}`}
  </>
)

const line = ({ supersedes, reaffirms, supersededBy }: Assurance): SummaryRow[] => [
  ...(supersedes
    ? [[
        reaffirms ? 'Reaffirms' : 'Corrects',
        <Other {...supersedes} />,
      ] as const]
    : []),
  ...(supersededBy
    ? [[
        'In its place stands',
        <Other {...supersededBy} />,
      ] as const]
    : []),
]

/** What was said, by whom, to whom, when and how: as rows of facts. */
const saidRows = (assurance: Assurance): SummaryRow[] => {
  const { givenBy, givenTo, givenOn, channel, ministerialStatement, underPurdah } = assurance
  return [
    ['Given by', <Speakers of={givenBy} />],
    ['Given to', <Speakers of={givenTo} />],
    ['Given on', <Day of={givenOn} />],
    ['Channel', ministerialStatement ? `${channel}; a statement of a minister` : channel],
    ['Under purdah', underPurdah ? 'Yes: given in a pre-election period' : 'No'],
    ['Who may read it', assurance.public ? 'Everybody' : 'Its parties, administrators, auditors'],
    ...line(assurance),
    ...(assurance.withdrawnAt
      ? [['Withdrawn', <Moment of={assurance.withdrawnAt} />] as const]
      : []),
    ['Recorded by', assurance.recordedBy ? assurance.recordedBy.name : 'Not known'],
    ['Programme', assurance.programme.name],
  ]
}

/** The words, as a quotation, and whether they are the givers' own. */
const Quotation = ({ text, wording, reportedBy }: Assurance) => (
  <figure className="quotation">
    <blockquote>{text}</blockquote>
    <figcaption>
      {WORDINGS[wording]}
      {reportedBy && ` by ${reportedBy}`}
    </figcaption>
  </figure>
)

/** What was said, with who, when and how; and the document that holds it. */
export const Said = (assurance: Assurance) => (
  <Section title="What was said">
    <Quotation {...assurance} />
    <SummaryList rows={saidRows(assurance)} />
    <CheckFile document={assurance.document} />
  </Section>
)
