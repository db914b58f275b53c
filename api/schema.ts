import 'reflect-metadata'
import './kernel/enums.js'
// No mutation gives it, but a proposal of it is signed and carried out here.
import './regions/import-organisations.command.js'
import { createPubSub } from '@graphql-yoga/subscription'
import { buildASTSchema, printSchema, type GraphQLSchema } from 'graphql'
import { buildSchemaSync, type ClassType, type NonEmptyArray } from 'type-graphql'
import { ClockResolver } from './access/clock.resolver.js'
import { ViewerResolver } from './access/viewer.resolver.js'
import {
  assuranceMutations, AssuranceResolver, SpeakerResolver,
} from './assurances/assurance.resolver.js'
import { AssuranceBreachesResolver } from './breaches/assurance-breaches.resolver.js'
import { liveMutations, PracticeLiveResolver } from './breaches/live.resolver.js'
import { EffectResolver } from './changes/effect.resolver.js'
import { AcknowledgementResolver } from './events/acknowledgement.resolver.js'
import { RulingsChangedResolver } from './events/rulings-changed.resolver.js'
import { WebhookResolver } from './events/webhook.resolver.js'
import { BreachResolver } from './breaches/breach.resolver.js'
import { ReportUploadsResolver } from './breaches/report-uploads.resolver.js'
import { UploadReportResolver } from './breaches/upload-report.resolver.js'
import { LedgerEntryResolver } from './changes/ledger-entry.resolver.js'
import { RefusedAttemptResolver } from './changes/refused-attempt.resolver.js'
import { proposalMutations, ProposalResolver } from './changes/proposal.resolver.js'
import {
  agreementMutations, AgreementResolver, PracticeAgreementsResolver,
} from './consultations/agreement.resolver.js'
import {
  consultationMutations, ConsultationResolver,
} from './consultations/consultation.resolver.js'
import { FederationResolver, withTypesAtOnce } from './federation/federation.resolver.js'
import { contractOf } from './federation/subgraph-sdl.js'
import { NodeResolver } from './node.resolver.js'
import {
  OrganisationId, organisationMutations, OrganisationResolver,
} from './regions/organisation.resolver.js'
import {
  PracticeId, practiceMutations, PracticeResolver, RegionPracticesResolver,
} from './regions/practice.resolver.js'
import {
  ProgrammeId, programmeMutations, ProgrammeResolver,
} from './regions/programme.resolver.js'
import { PurdahId, purdahMutations, PurdahResolver } from './regions/purdah.resolver.js'
import {
  RegionId, regionMutations, RegionResolver, RegionTermResolver,
} from './regions/region.resolver.js'
import { FundingResolver, RolloutFundingResolver } from './rollouts/funding.resolver.js'
import { mailingMutations, MailingResolver } from './rollouts/mailing.resolver.js'
import { rolloutMutations, RolloutResolver } from './rollouts/rollout.resolver.js'
import { PracticeMailingsResolver } from './rulings/practice-mailings.resolver.js'
import {
  PracticeRulingResolver, ReceiptResolver, RulingResolver,
} from './rulings/ruling.resolver.js'
import {
  AssuranceCoverageResolver, AssuranceSuspensionsResolver, SuspensionAssuranceResolver,
} from './suspensions/assurance-suspensions.resolver.js'
import { SuspensionConditionsResolver } from './suspensions/conditions.resolver.js'
import {
  dispensationMutations, DispensationResolver,
} from './suspensions/dispensation.resolver.js'
import { signOffMutations, SignOffResolver } from './suspensions/sign-off.resolver.js'
import { suspensionMutations, SuspensionResolver } from './suspensions/suspension.resolver.js'

/** Whatever answers a field. */
export const RESOLVERS = [
  AcknowledgementResolver,
  EffectResolver,
  AssuranceBreachesResolver,
  AssuranceCoverageResolver,
  AssuranceResolver,
  AssuranceSuspensionsResolver,
  AgreementResolver,
  ClockResolver,
  ConsultationResolver,
  FundingResolver,
  DispensationResolver,
  BreachResolver,
  PracticeLiveResolver,
  FederationResolver,
  LedgerEntryResolver,
  MailingResolver,
  NodeResolver,
  OrganisationId,
  OrganisationResolver,
  PracticeAgreementsResolver,
  PracticeId,
  PracticeMailingsResolver,
  PracticeResolver,
  PracticeRulingResolver,
  ProgrammeId,
  ProgrammeResolver,
  ProposalResolver,
  PurdahId,
  PurdahResolver,
  RefusedAttemptResolver,
  RegionId,
  RegionPracticesResolver,
  RegionResolver,
  RegionTermResolver,
  RolloutFundingResolver,
  RolloutResolver,
  ReportUploadsResolver,
  ReceiptResolver,
  RulingResolver,
  RulingsChangedResolver,
  SignOffResolver,
  SpeakerResolver,
  SuspensionAssuranceResolver,
  SuspensionConditionsResolver,
  SuspensionResolver,
  UploadReportResolver,
  ViewerResolver,
  WebhookResolver,
  ...agreementMutations,
  ...assuranceMutations,
  ...consultationMutations,
  ...dispensationMutations,
  ...liveMutations,
  ...mailingMutations,
  ...organisationMutations,
  ...practiceMutations,
  ...programmeMutations,
  ...proposalMutations,
  ...purdahMutations,
  ...regionMutations,
  ...rolloutMutations,
  ...signOffMutations,
  ...suspensionMutations,
] as const

/** The library has no place for what the root types say of themselves. */
const withRootsDescribed = (schema: GraphQLSchema): GraphQLSchema => {
  const query = schema.getQueryType()
  const mutation = schema.getMutationType()
  const subscription = schema.getSubscriptionType()
  if (query) {
    query.description = 'What may be asked. What is not for the caller is answered as unknown.'
  }
  if (mutation) {
    mutation.description =
      'What may be changed. What loosens waits for the signatures of others; see Proposal.'
  }
  if (subscription) {
    subscription.description = 'What may be heard of as it happens, at /graphql/stream.'
  }
  return schema
}

/** The schema: the contract with everybody outside. */
export const buildSchema = (
  resolvers: NonEmptyArray<ClassType> = [...RESOLVERS],
): GraphQLSchema => {
  const schema = buildSchemaSync({
    resolvers,
    // Asked for wherever something is subscribed to, though each names its own source.
    pubSub: createPubSub(),
    // Without these two an error would echo what was sent.
    validate: { forbidUnknownValues: false, validationError: { target: false, value: false } },
  })
  return withTypesAtOnce(withRootsDescribed(schema))
}

/** The schema as it is committed: as clients have it. */
export const printedSchema = (): string =>
  `${printSchema(buildASTSchema(contractOf(buildSchema())))}\n`
