import { FOREIGN, OWN, UNKNOWN } from './who-sees-what.world.js'

/**
 * What each role is answered: keys in order, a code, or `null`. The roles are those of PEOPLE:
 * anonymous, supplier, practice, regional lead, liaison, administrator, auditor.
 */
export interface QueryRow {
  /** The query; what its answer is known by is under the alias `k`. */
  readonly ask: string
  readonly are: readonly [string, string, string, string, string, string, string]
}

type Seven = QueryRow['are']
const all = (keys: string): Seven => [keys, keys, keys, keys, keys, keys, keys]
const known = (keys: string): Seven => ['UNAUTHENTICATED', keys, keys, keys, keys, keys, keys]
const NO = 'UNAUTHENTICATED'
const F = 'FORBIDDEN'

const list = (field: string, key = 'id'): string =>
  `${field} { totalCount edges { node { k: ${key} } } }`

const GIVEN = 'So the test has it.'
const AGREEMENTS: Seven = [NO, F, 'G-1', 'G-1', 'G-1 G-2', 'G-1 G-2', 'G-1 G-2']
const MAILINGS: Seven = [NO, F, F, 'M-1', 'M-1 M-2', 'M-1 M-2', 'M-1 M-2']
const FOREIGN_THING = (id: string): Seven => [NO, 'null', 'null', 'null', id, id, id]
const EVERY = 'F81001 F81002 F82001 P82001 P84001'
const PRACTICES: Seven = [
  NO, 'P82001 P84001', 'P82001', 'P82001 P84001', EVERY, EVERY, EVERY,
]
const CENTRE = (keys: string): Seven => [NO, F, F, F, F, keys, keys]
const BREACHES = 'B-1 B-2 B-3 B-4'
const REPORTS = 'P82001 P84001 F81001 F81002'
/** Served by the supplier then, as those see it who see every practice. */
const SERVED = 'F81002 P82001 P84001'
const RULED = 'SUSPENDED'
const UNRULED = 'PRACTICE_UNKNOWN'

const entity = (representation: string): string =>
  `_entities(representations: [{ ${representation} }]) { k: __typename }`

export const QUERIES: Readonly<Record<string, readonly QueryRow[]>> = {
  _entities: [
    { ask: entity('__typename: "Region", code: "5PY"'), are: all('Region') },
    {
      ask: entity(`__typename: "Practice", odsCode: "${FOREIGN}"`),
      are: FOREIGN_THING('Practice'),
    },
    {
      ask: entity('__typename: "Assurance", id: "A-2"'),
      are: ['null', 'null', 'null', 'null', 'null', 'Assurance', 'Assurance'],
    },
  ],
  _service: [{ ask: '_service { k: __typename }', are: all('_Service') }],
  agreement: [
    { ask: 'agreement(id: "G-1") { k: id }', are: [NO, F, 'G-1', 'G-1', 'G-1', 'G-1', 'G-1'] },
    {
      ask: 'agreement(id: "G-1") { k: reason }',
      are: [NO, F, GIVEN, GIVEN, GIVEN, GIVEN, GIVEN],
    },
    { ask: 'agreement(id: "G-2") { k: id }', are: [NO, F, 'null', 'null', 'G-2', 'G-2', 'G-2'] },
  ],
  agreements: [
    { ask: list('agreements'), are: AGREEMENTS },
    {
      ask: list(`agreements(filter: { practice: "${FOREIGN}" })`),
      are: [NO, F, '', '', 'G-2', 'G-2', 'G-2'],
    },
  ],
  anonymousRefusals: [
    { ask: list('anonymousRefusals', 'command'), are: CENTRE('liftSuspension') },
  ],
  assurance: [
    { ask: 'assurance(id: "A-1") { k: id }', are: all('A-1') },
    {
      ask: 'assurance(id: "A-2") { k: id }',
      are: ['null', 'null', 'null', 'null', 'null', 'A-2', 'A-2'],
    },
  ],
  assurances: [
    {
      ask: list('assurances(filter: { kept: BREACHED })'),
      are: ['A-1', 'A-1', 'A-1', 'A-1', 'A-1', 'A-1 A-2', 'A-1 A-2'],
    },
    { ask: list('assurances'), are: ['A-1', 'A-1', 'A-1', 'A-1', 'A-1', 'A-1 A-2', 'A-1 A-2'] },
  ],
  breaches: [
    {
      ask: list('breaches(orderBy: { field: ID })'),
      are: [NO, 'B-1 B-3 B-4', 'B-4', 'B-3 B-4', BREACHES, BREACHES, BREACHES],
    },
    {
      ask: list(`breaches(filter: { practice: "${FOREIGN}" })`),
      are: [NO, '', '', '', 'B-2', 'B-2', 'B-2'],
    },
  ],
  clock: [{ ask: 'clock { k: demonstration }', are: all('false') }],
  consultation: [{ ask: 'consultation(id: "C-1") { k: id }', are: all('C-1') }],
  consultations: [{ ask: list('consultations'), are: all('C-1') }],
  dispensation: [{ ask: 'dispensation(id: "D-1") { k: id }', are: all('D-1') }],
  dispensations: [{ ask: list('dispensations'), are: all('D-1') }],
  ledgerEntries: [
    {
      ask: list('ledgerEntries(filter: { table: "assurance" })', 'kind'),
      are: [NO, F, F, F, 'recordAssurance', 'recordAssurance recordAssurance',
        'recordAssurance recordAssurance'],
    },
  ],
  // The entries of the two assurances: one that is public, and one that is between others.
  ledgerEntry: [
    {
      ask: 'ledgerEntry(sequence: 221) { k: kind }',
      are: [NO, F, F, F, 'recordAssurance', 'recordAssurance', 'recordAssurance'],
    },
    {
      ask: 'ledgerEntry(sequence: 222) { k: kind }',
      are: [NO, F, F, F, 'null', 'recordAssurance', 'recordAssurance'],
    },
  ],
  ledgerHead: [{ ask: 'ledgerHead { k: __typename }', are: all('LedgerHead') }],
  mailing: [
    { ask: 'mailing(id: "M-2") { k: id }', are: [NO, F, F, 'null', 'M-2', 'M-2', 'M-2'] },
  ],
  mailings: [
    { ask: list('mailings'), are: MAILINGS },
    { ask: list('mailings(filter: { region: "5PY" })'), are: [NO, F, F, '', 'M-2', 'M-2', 'M-2'] },
  ],
  node: [
    { ask: `node(id: "Practice:${FOREIGN}") { k: id }`,
      are: FOREIGN_THING(`Practice:${FOREIGN}`) },
    { ask: 'node(id: "B-2") { k: id }', are: FOREIGN_THING('B-2') },
    { ask: 'node(id: "G-2") { k: id }', are: [NO, F, 'null', 'null', 'G-2', 'G-2', 'G-2'] },
    { ask: 'node(id: "P-1") { k: id }', are: [NO, 'null', 'null', 'null', 'null', 'P-1', 'P-1'] },
    {
      ask: 'node(id: "A-2") { k: id }',
      are: ['null', 'null', 'null', 'null', 'null', 'A-2', 'A-2'],
    },
  ],
  organisations: [
    { ask: list('organisations(filter: { search: "college" })', 'code'), are: known('RCGP') },
  ],
  practice: [
    { ask: `practice(odsCode: "${OWN}") { k: odsCode }`, are: known(OWN) },
    { ask: `practice(odsCode: "${FOREIGN}") { k: odsCode }`, are: FOREIGN_THING(FOREIGN) },
    {
      ask: `practice(odsCode: "${FOREIGN}", knownAt: "2010-04-21T00:00:00Z") { k: odsCode }`,
      are: FOREIGN_THING(FOREIGN),
    },
    { ask: `practice(odsCode: "${OWN}") { mailings { k: mailing } }`, are: known('M-1') },
    {
      ask: `practice(odsCode: "${FOREIGN}") { mailings { k: mailing } }`, are: FOREIGN_THING('M-2'),
    },
  ],
  practices: [
    { ask: list('practices', 'odsCode'), are: PRACTICES },
    {
      ask: list('practices(at: "2010-03-01T00:00:00Z", filter: { supplier: "EMIS" })', 'odsCode'),
      are: [NO, 'P82001 P84001', 'P82001', 'P82001 P84001', SERVED, SERVED, SERVED],
    },
    {
      ask: list('practices(filter: { region: "5PY" })', 'odsCode'),
      are: [NO, '', '', '', 'F81001 F81002', 'F81001 F81002', 'F81001 F81002'],
    },
  ],
  programmes: [{ ask: list('programmes', 'code'), are: all('SCR') }],
  proposal: [
    {
      ask: 'proposal(id: "P-7") { k: id }',
      are: [NO, 'null', 'null', 'null', 'P-7', 'P-7', 'P-7'],
    },
    {
      ask: 'proposal(id: "P-8") { declined { k: organisation } }',
      are: [NO, 'null', 'null', 'null', 'BMA/GPC', 'BMA/GPC', 'BMA/GPC'],
    },
  ],
  proposals: [
    {
      ask: list('proposals(filter: { state: AWAITING })'),
      are: [NO, '', '', '', 'P-7', 'P-7', 'P-7'],
    },
  ],
  purdahs: [{ ask: list('purdahs', 'code'), are: all('GE2010') }],
  refusedAttempts: [{ ask: list('refusedAttempts', 'command'), are: CENTRE('reportUploads') }],
  region: [{ ask: 'region(code: "5PY") { k: code }', are: all('5PY') }],
  regions: [{ ask: list('regions(filter: { search: "Bolton" })', 'code'), are: all('5HQ') }],
  rollout: [{ ask: 'rollout(id: "R-2") { k: id }', are: all('R-2') }],
  rollouts: [{ ask: list('rollouts'), are: all('R-1 R-2') }],
  ruling: [
    { ask: `ruling(practice: "${OWN}") { reasons { k: code } }`, are: known(RULED) },
    {
      ask: `ruling(practice: "${FOREIGN}") { reasons { k: code } }`,
      are: [NO, UNRULED, UNRULED, UNRULED, RULED, RULED, RULED],
    },
    {
      ask: `ruling(practice: "${FOREIGN}", at: "2010-04-01T00:00:00Z") { reasons { k: code } }`,
      // Nothing refused it then.
      are: [NO, UNRULED, UNRULED, UNRULED, '', '', ''],
    },
  ],
  rulings: [
    {
      ask: `rulings(practices: ["${OWN}", "${UNKNOWN}", "${FOREIGN}"]) { reasons { k: code } }`,
      are: [
        NO, `${RULED} ${UNRULED} ${UNRULED}`, `${RULED} ${UNRULED} ${UNRULED}`,
        `${RULED} ${UNRULED} ${UNRULED}`, `${RULED} ${UNRULED} ${RULED}`,
        `${RULED} ${UNRULED} ${RULED}`, `${RULED} ${UNRULED} ${RULED}`,
      ],
    },
  ],
  suspension: [{ ask: 'suspension(id: "S-2") { k: id }', are: all('S-2') }],
  suspensions: [{ ask: list('suspensions'), are: all('S-1 S-2') }],
  uploadReports: [
    {
      ask: list('uploadReports', 'practiceCode'),
      are: [NO, 'P82001 P84001 F81002', 'P82001', F, F, REPORTS, REPORTS],
    },
  ],
  viewer: [
    {
      ask: 'viewer { k: roles }',
      are: [
        'null', 'PARTNER', 'PRACTICE', 'REGIONAL_LEAD', 'LIAISON', 'PROGRAMME_ADMIN', 'AUDITOR',
      ],
    },
  ],
  webhooks: [{ ask: list('webhooks'), are: [NO, '', F, F, '', '', ''] }],
}

/** Of each subscription, the test that tries it as every role. */
export const SUBSCRIPTIONS: Readonly<Record<string, string>> = {
  rulingsChanged: 'test/events/stream.test.ts',
}
