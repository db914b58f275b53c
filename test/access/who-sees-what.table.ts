import {
  CENTRE, CENTRE_ALONE, ELSEWHERE, everybody, NO_TOKEN, NOT_LIAISON, OF_REGION, PROPOSAL,
  THEIR_OWN, UNFOUND, type Row,
} from './who-sees-what.roles.js'
import { FOREIGN, MOVED, OWN } from './who-sees-what.world.js'

/** Who gets what of the things of one type. A field that is in no row fails the test. */
export interface TypeRow {
  /** How such a thing is come by; `#` stands for its field. None: only who gave a change has it. */
  readonly at: string | null
  /** Roles that are not shown the thing itself. */
  readonly hidden?: Row
  /** Fields that whoever is shown the thing is shown as an auditor is. */
  readonly open: string
  /** Other fields: what some roles get in place of it. */
  readonly closed?: Readonly<Record<string, Row>>
}

const node = (type: string, id: string, ...path: string[]): string =>
  `node(id: "${id}") { ... on ${type} { ${path.join(' { ')}${path.length ? ' { ' : ''}#` +
  `${' }'.repeat(path.length)} } }`
const listed = (list: string): string => `${list}(first: 1) { edges { node { # } } }`

const RULING = `ruling(practice: "${OWN}")`

export const TYPES: Readonly<Record<string, TypeRow>> = {
  Agreement: {
    at: node('Agreement', 'G-1'),
    hidden: { ...NO_TOKEN, PARTNER: 'FORBIDDEN' },
    open: 'givenAt id matter party practice practiceCode programme reason region standing ' +
      'version withdrawalReason withdrawnAt',
  },
  AnonymousRefusal: {
    at: listed('anonymousRefusals'), hidden: NOT_LIAISON, open: 'command day refused',
  },
  Assurance: {
    at: node('Assurance', 'A-1'),
    open: 'breachCount channel conditions coverage dispensations document givenBy givenOn ' +
      'givenTo id kept ministerialStatement programme public reaffirms recordedBy reportedBy ' +
      'said scope supersededBy supersedes suspensions text underPurdah unmet version ' +
      'withdrawnAt wording',
    closed: {
      // A supplier is told of the breaches that it reported itself, wherever they were.
      breaches: { ...NO_TOKEN, PARTNER: 3, PRACTICE: 1, REGIONAL_LEAD: 2 },
    },
  },
  AssuranceCoverage: {
    at: node('Assurance', 'A-1', 'coverage'),
    open: 'dispensations dispensedCount lackingSignatories letGoCount unheldCount within',
    closed: {
      dispensed: NO_TOKEN, unheld: { ...NO_TOKEN, PARTNER: 1, PRACTICE: 0, REGIONAL_LEAD: 1 },
    },
  },
  Breach: {
    // The supplier reported it, and serves the practice no longer.
    at: node('Breach', 'B-1'),
    hidden: { ...NO_TOKEN, ...ELSEWHERE },
    open: 'at id kind of permitted practiceCode programme reasons region suspensions version',
    closed: { practice: { PARTNER: null } },
  },
  Clock: { at: 'clock { # }', open: 'demonstration now' },
  Condition: {
    at: node('Suspension', 'S-1', 'conditions'),
    open: 'audience days id kind matter organisation party place since',
  },
  ConditionProgress: { at: node('Suspension', 'S-1', 'progress'), open: 'condition met unmet' },
  ConditionState: {
    at: node('Suspension', 'S-1', `conditionStates(practice: "${FOREIGN}")`),
    hidden: UNFOUND, open: 'condition evidence met',
  },
  Consultation: {
    at: node('Consultation', 'C-1'),
    open: 'audience closesOn concludedAt daysAsked deviation evidence exemption id openedAt ' +
      'outcome programme publicity recordedAt regions responses state title version',
  },
  Declined: {
    at: node('Proposal', 'P-8', 'declined'), hidden: PROPOSAL,
    open: 'at organisation reason subject',
  },
  Deviation: { at: node('Consultation', 'C-1', 'deviation'), open: 'reason reference' },
  Dispensation: {
    at: node('Dispensation', 'D-1'),
    open: 'decidedAt from granted id inForce practiceCodes reason regionCodes requestedAt ' +
      'requestedBy suspension to until version',
  },
  Document: { at: node('Assurance', 'A-1', 'document'), open: 'name sha256' },
  EarlierClassification: {
    at: node('Rollout', 'R-1', 'earlierClassifications'), open: 'classification until',
  },
  Effect: {
    at: node('Proposal', 'P-7', 'effect'), hidden: PROPOSAL,
    open: 'breaches byRegion entries noLongerHeld noLongerHeldLater permitted permittedLater ' +
      'practices refused refusedLater weakens',
  },
  EffectCount: {
    at: node('Proposal', 'P-7', 'effect', 'byRegion'), hidden: PROPOSAL,
    open: 'activity later practices region suspension turn',
  },
  EffectTurn: {
    at: node('Proposal', 'P-7', 'effect', 'practices', 'edges', 'node'), hidden: PROPOSAL,
    open: 'activity from practice programme suspension turn',
  },
  Funding: {
    at: node('Rollout', 'R-2', 'funding'),
    hidden: { ANONYMOUS: null, PARTNER: null, ...ELSEWHERE },
    open: 'payer pence useBy useByPassed',
  },
  LackingSignatories: {
    at: node('Assurance', 'A-1', 'coverage', 'lackingSignatories'), open: 'lacking suspension',
  },
  LedgerEntry: {
    at: 'ledgerEntries(filter: { key: "S-1" }) { edges { node { # } } }',
    hidden: CENTRE,
    open: 'at body bodyHash change issuer kind organisation root sequence subject',
  },
  LedgerEntryBody: {
    at: 'ledgerEntries(filter: { key: "S-1" }) { edges { node { body { # } } } }',
    hidden: CENTRE,
    open: 'after before key reason table',
  },
  LedgerHead: { at: 'ledgerHead { # }', open: 'at root sequence' },
  Live: { at: null, open: 'breach liveFrom permittedFrom practice version' },
  Mailing: {
    at: node('Mailing', 'M-2'),
    hidden: { ...OF_REGION, REGIONAL_LEAD: null },
    open: 'breach exemption id lastReceivedOn packs plannedFor practiceCodes programme region ' +
      'version voidedAt withOptOutForm',
  },
  Obligation: { at: 'programmes { edges { node { termsAt { obligations { # } } } } }',
    open: 'code text' },
  Organisation: {
    at: node('Organisation', 'Organisation:DH'), hidden: NO_TOKEN, open: 'code id name version',
  },
  PageInfo: {
    at: 'regions(first: 2) { pageInfo { # } }',
    open: 'endCursor hasNextPage hasPreviousPage startCursor',
  },
  Practice: {
    at: node('Practice', `Practice:${OWN}`), hidden: NO_TOKEN,
    open: 'id liveFrom mailings memberships name odsCode openAt openFrom openTo regionAt ruling ' +
      'suppliers version',
    closed: { agreements: { PARTNER: null } },
  },
  // Whoever may read its rulings reads what they count from.
  PracticeMailing: {
    at: node('Practice', `Practice:${OWN}`, 'mailings'), hidden: NO_TOKEN,
    open: 'lastReceivedOn mailing noticeCounts packs region withOptOutForm',
  },
  Programme: { at: node('Programme', 'Programme:SCR'), open: 'code id name terms termsAt version' },
  ProgrammeTerms: {
    at: node('Programme', 'Programme:SCR', 'terms'),
    open: 'from noticeDaysMin obligations validitySecondsMax',
  },
  Proposal: {
    at: node('Proposal', 'P-7'), hidden: PROPOSAL,
    open: 'changed command declined effect endedAt ending id input lapsesAt missing needs ' +
      'organisation proposedAt proposedBy reason signatures state version',
    closed: { waitsForMe: { LIAISON: 'own', PROGRAMME_ADMIN: 'own' } },
  },
  Purdah: { at: node('Purdah', 'Purdah:GE2010'), open: 'code from id inForce name to version' },
  Reason: {
    at: `${RULING} { reasons { # } }`, hidden: NO_TOKEN,
    open: 'code message permittedFrom remedy rollout suspension unmet',
  },
  RefusedAttempt: {
    at: listed('refusedAttempts'), hidden: NOT_LIAISON,
    open: 'at code command id input issuer message organisation role subject',
  },
  Region: {
    at: node('Region', 'Region:ENG'),
    open: 'ancestors code id kind name parents rulingCounts tile version',
    closed: { practices: { ...NO_TOKEN, PARTNER: 2, PRACTICE: 1, REGIONAL_LEAD: 2 } },
  },
  RegionTerm: { at: node('Region', 'Region:5HQ', 'parents'), open: 'from region to' },
  ReportUploadsAnswer: { at: null, open: 'followedUp recorded rejected reports' },
  Rollout: {
    at: node('Rollout', 'R-2'),
    open: 'classification classificationAt earlierClassifications endedAt id plannedOn ' +
      'practiceCodes programme region startedAt state version',
    closed: { funding: { ANONYMOUS: null, PARTNER: null, ...ELSEWHERE } },
  },
  Ruling: {
    at: `${RULING} { # }`, hidden: NO_TOKEN,
    open: 'activity advisories at basis dispensations obligations outcome practice practiceCode ' +
      'reasons registerSequence rollouts validUntil',
    // Whoever is shown a ruling may have it signed; this world has no key to sign with.
    closed: { receipt: { ...everybody('NO_RECEIPTS'), AUDITOR: 'NO_RECEIPTS' } },
  },
  RulingCounts: { at: node('Region', 'Region:ENG', 'rulingCounts'), open: 'permitted refused' },
  ScopeClause: {
    at: node('Suspension', 'S-1', 'scope'),
    open: 'activities classifications practices regions suppliers',
  },
  SignOff: {
    at: node('SignOff', 'F-1'),
    open: 'condition givenAt id organisation practiceCodes regionCodes suspension version ' +
      'withdrawnAt',
  },
  Signature: {
    at: node('Proposal', 'P-1', 'signatures'), hidden: { ...PROPOSAL, LIAISON: null },
    open: 'at organisation subject',
  },
  Signatures: {
    at: node('Proposal', 'P-7', 'needs'), hidden: PROPOSAL, open: 'administrator organisations',
  },
  Speaker: { at: node('Assurance', 'A-1', 'givenBy'), open: 'office organisation person' },
  SupplierTerm: {
    at: node('Practice', `Practice:${MOVED}`, 'suppliers'),
    hidden: { ...NO_TOKEN, PARTNER: null, ...ELSEWHERE },
    open: 'from supplier to',
  },
  Suspension: {
    at: node('Suspension', 'S-2'),
    open: 'conditions dispensations endedAt ending endingReason from id imposedBy inForce ' +
      'programme progress reason releases replacedBy scope signOffs signatories spared strength ' +
      'version',
    closed: {
      assurance: CENTRE_ALONE,
      conditionStates: UNFOUND,
      // Its signatories among liaison are shown it; this suspension has others.
      unacknowledgedBy: CENTRE_ALONE,
    },
  },
  // What a stream tells is narrowed as it is sent, and what webhooks are of by whose they are.
  RulingTurn: { at: null, open: 'activity from practices programme turn until' },
  RulingsChanged: { at: null, open: 'at registerSequence turns' },
  SuspensionNotice: { at: null, open: 'acknowledgedAt practices receivedAt supplier' },
  Webhook: { at: null, open: 'createdAt dead deliveries events id registeredFor stopped url waiting' },
  WebhookDelivery: {
    at: null,
    open: 'attempts endedAt event fault id nextAttemptAt registerSequence state subject',
  },
  WebhookRegistration: { at: null, open: 'secret webhook' },
  WebhookReplay: { at: null, open: 'changes webhook' },
  Tile: { at: node('Region', 'Region:5HQ', 'tile'), open: 'column row' },
  UploadReport: {
    at: `uploadReports(filter: { practice: "${MOVED}" }) { edges { node { # } } }`,
    hidden: { ...NO_TOKEN, PRACTICE: null, REGIONAL_LEAD: 'FORBIDDEN', LIAISON: 'FORBIDDEN' },
    open: 'at id night practiceCode programme records registerSequence request supplier uploadedAt',
    closed: { practice: { PARTNER: null } },
  },
  UploadReportAnswer: { at: null, open: 'code id message night practice status' },
  _Service: { at: '_service { # }', open: 'sdl' },
  Viewer: {
    at: 'viewer { # }', hidden: { ANONYMOUS: null }, open: '',
    closed: Object.fromEntries(
      'commands issuer name organisation programmes region roles subject supplier'
        .split(' ')
        .map((name) => [name, THEIR_OWN]),
    ),
  },
}

/** What fields must be told to be asked at all. */
export const ARGUMENTS: Readonly<Record<string, string>> = {
  'Suspension.conditionStates': `(practice: "${FOREIGN}")`,
}
