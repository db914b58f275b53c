import { textOf } from '../../shared/csv.js'
import { sayCondition, saySince } from '../../shared/condition.js'
import { sayCommand, sayKept, saySaid } from '../../shared/say.js'
import { sayNamed, sayScope } from '../../shared/scope.js'
import type { Column } from '../../shared/Table.js'
import { sayCount, sayDay, sayMoment } from '../../shared/when.js'
import { sayDispensation } from '../../dispensations/words.js'
import { AGAINST_COLUMNS } from '../Against.js'
import type { Assurance } from '../source.js'
import { upheldColumns } from '../Upheld.js'
import { sayConditions, saySpeakers, WORDINGS } from '../words.js'
import { namesIn, type ReportData } from './read-report.js'

type Line = readonly string[]

/** A part of a report: facts by their terms, or a table; all of it plain text. */
export interface ReportSection {
  readonly title: string
  readonly says?: string
  readonly facts?: readonly (readonly [term: string, value: string])[]
  readonly table?: { readonly head: Line; readonly rows: readonly Line[] }
}

const tableOf = <Row>(columns: readonly Column<Row>[], rows: readonly Row[]) => ({
  head: columns.map(({ label }) => label),
  rows: rows.map((row) => columns.map((column) => String(textOf(column, row)))),
})

const sayOther = ({ id, givenOn }: NonNullable<Assurance['supersedes']>): string =>
  `${id}, given on ${sayDay(givenOn)}`

const lineage = ({ supersedes, reaffirms, supersededBy, withdrawnAt }: Assurance) => [
  ...(supersedes ? [[reaffirms ? 'Reaffirms' : 'Corrects', sayOther(supersedes)] as const] : []),
  ...(supersededBy ? [['In its place stands', sayOther(supersededBy)] as const] : []),
  ...(withdrawnAt ? [['Withdrawn', sayMoment(withdrawnAt)] as const] : []),
]

const said = ({ assurance }: ReportData): ReportSection => ({
  title: 'What was said',
  facts: [
    ['Words', assurance.text],
    [
      'Wording',
      `${WORDINGS[assurance.wording]}${assurance.reportedBy ? ` by ${assurance.reportedBy}` : ''}`,
    ],
    ['Given by', saySpeakers(assurance.givenBy)],
    ['Given to', saySpeakers(assurance.givenTo)],
    ['Given on', sayDay(assurance.givenOn)],
    ['Channel', assurance.channel],
    ['A statement of a minister', assurance.ministerialStatement ? 'Yes' : 'No'],
    ['Under purdah', assurance.underPurdah ? 'Yes' : 'No'],
    ['Who may read it', assurance.public ? 'Everybody' : 'Its parties, administrators, auditors'],
    ['Document', assurance.document?.name ?? 'None recorded'],
    ['SHA-256 of the document', assurance.document?.sha256 ?? 'None recorded'],
    ...lineage(assurance),
    ['Recorded by', assurance.recordedBy?.name ?? 'Not known'],
    ['Programme', assurance.programme.name],
  ],
})

const stands = ({ assurance, at, regions }: ReportData): ReportSection => ({
  title: 'How it stands',
  facts: [
    ['As at', at ? sayMoment(at) : 'Now'],
    ['What became of it', saySaid(assurance.said).word],
    ['Whether it is so', sayKept(assurance.kept).word],
    ['Conditions', sayConditions(assurance).word],
    ['What it is about', sayScope(assurance.scope, namesIn(regions))],
    ['Open practices it is about', sayCount(assurance.coverage.within)],
    ['Held by no suspension, though it was promised', sayCount(assurance.coverage.unheldCount)],
    ['Excepted by a dispensation', sayCount(assurance.coverage.dispensedCount)],
    ['Let go as was promised', sayCount(assurance.coverage.letGoCount)],
    ...assurance.coverage.lackingSignatories.map(({ suspension, lacking }) => [
      `${suspension.id} can be loosened without`, lacking.map(({ name }) => name).join(', '),
    ] as const),
  ],
})

const unheld = ({ unheld: rows }: ReportData): ReportSection => ({
  title: 'Practices that no suspension holds, though it was promised',
  says: 'As far as you may see practices.',
  table: {
    head: ['Practice', 'Code', 'PCT'],
    rows: rows.map(({ name, odsCode, regionAt }) => [name, odsCode, regionAt?.name ?? 'None']),
  },
})

const conditions = ({ assurance }: ReportData): ReportSection => ({
  title: 'Its conditions',
  says: 'Its own, and those of the suspensions that keep it.',
  table: {
    head: ['Of', 'Condition', 'What must be so', 'Evidence'],
    rows: [assurance, ...assurance.suspensions].flatMap(({ id, conditions: own }) =>
      own.map((each) => [id, each.place, sayCondition(each), saySince(each)])),
  },
})

/** A table for each suspension that waits: its regions, and two columns for each condition. */
const byRegion = ({ standings }: ReportData): ReportSection[] => {
  const suspensions = [...new Set(standings.map(({ suspension }) => suspension))]
  return suspensions.map(({ id, conditions: own }) => ({
    title: `Conditions of ${id}, region by region`,
    says: 'How many open practices in its scope meet each condition, and how many do not.',
    table: {
      head: [
        'Region', 'Code', 'Kind',
        ...own.flatMap(({ place }) => [`${place} met by`, `${place} not met by`]),
      ],
      rows: standings
        .filter(({ suspension }) => suspension.id === id)
        .map(({ region, progress }) => [
          region.name, region.code, region.kind,
          ...progress.flatMap(({ met, unmet }) => [sayCount(met), sayCount(unmet)]),
        ]),
    },
  }))
}

const evidence = ({ evidence: { pieces, hidden } }: ReportData): ReportSection => ({
  title: 'Evidence on record for these conditions',
  ...(hidden.length > 0 && { says: `Not for you to see: ${hidden.join(', ')}.` }),
  table: {
    head: ['Of', 'Condition', 'Evidence', 'What', 'Where', 'When'],
    rows: pieces.map(({ of, condition, id, what, where, when }) => [
      of, condition.place, id, what, where, when,
    ]),
  },
})

const upholds = ({ assurance, at, regions }: ReportData): ReportSection => ({
  title: 'What upholds it',
  table: tableOf(upheldColumns(at, namesIn(regions)), assurance.suspensions),
})

const excepted = ({ assurance, at, regions }: ReportData): ReportSection => ({
  title: 'What is excepted from it',
  table: {
    head: ['Dispensation', 'From', 'State', 'Where', 'Asked for', 'Until', 'Why'],
    rows: assurance.dispensations.map((each) => [
      each.id,
      each.suspension.id,
      sayDispensation(each, at).word,
      each.practiceCodes
        ? sayNamed(each.practiceCodes, 'practice')
        : sayNamed(each.regionCodes ?? [], 'region', namesIn(regions)),
      sayMoment(each.requestedAt),
      sayMoment(each.to ?? each.until),
      each.reason,
    ]),
  },
})

const against = ({ breaches, assurance }: ReportData): ReportSection => ({
  title: 'What happened against it',
  says: `${sayCount(assurance.breachCount)} in all; ${sayCount(breaches.length)} for you to see.`,
  table: tableOf(AGAINST_COLUMNS, breaches),
})

const ledger = ({ entries }: ReportData): ReportSection => ({
  title: 'Entries of the ledger about all this',
  ...(entries === null && { says: 'The ledger is not for you to read.' }),
  table: {
    head: ['Entry', 'About', 'What', 'When', 'By', 'Reason', 'Hash of its body'],
    rows: (entries ?? []).map(({ sequence, key, kind, at, subject, organisation, ...rest }) => [
      `#${sayCount(sequence)}`, key, sayCommand(kind), sayMoment(at), `${organisation}, ${subject}`,
      rest.body?.reason ?? 'Not shown to you', rest.bodyHash,
    ]),
  },
})

const source = ({ head, at, knownAt }: ReportData): ReportSection => ({
  title: 'What this report was made from',
  says: 'Whoever keeps this root can show later that nothing before it was changed.',
  facts: [
    ['Ledger’s head, entry', `#${sayCount(head.ledgerHead.sequence)}`],
    ['Ledger’s head, root', head.ledgerHead.root],
    ['Ledger’s head, time', sayMoment(head.ledgerHead.at)],
    ['As at', at ? sayMoment(at) : 'Now'],
    ['As known', knownAt ? sayMoment(knownAt) : `At entry #${sayCount(head.ledgerHead.sequence)}`],
    ['Made for', head.viewer ? `${head.viewer.organisation}, ${head.viewer.subject}` : 'Anybody'],
  ],
})

/** A report as its sections, the same on the page and in the CSV. */
export const sectionsOf = (report: ReportData): readonly ReportSection[] =>
  [
    said, stands, unheld, conditions, byRegion, evidence,
    upholds, excepted, against, ledger, source,
  ].flatMap((section) => section(report))
