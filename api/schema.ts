import 'reflect-metadata'
import './kernel/enums.js'
// No mutation gives it, but a proposal of it is signed and carried out here.
import './regions/import-organisations.command.js'
import { createPubSub } from '@graphql-yoga/subscription'
import { lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql'
import { buildSchemaSync, type ClassType, type NonEmptyArray } from 'type-graphql'
import { ViewerResolver } from './access/viewer.resolver.js'
import {
  assuranceMutations, AssuranceResolver, SpeakerResolver,
} from './assurances/assurance.resolver.js'
import { AssuranceBreachesResolver } from './breaches/assurance-breaches.resolver.js'
import { liveMutations } from './breaches/live.resolver.js'
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
import { organisationMutations, OrganisationResolver } from './regions/organisation.resolver.js'
import {
  practiceMutations, PracticeResolver, RegionPracticesResolver,
} from './regions/practice.resolver.js'
import { programmeMutations, ProgrammeResolver } from './regions/programme.resolver.js'
import { purdahMutations, PurdahResolver } from './regions/purdah.resolver.js'
import { regionMutations, RegionResolver, RegionTermResolver } from './regions/region.resolver.js'
import { FundingResolver, RolloutFundingResolver } from './rollouts/funding.resolver.js'
import { mailingMutations, MailingResolver } from './rollouts/mailing.resolver.js'
import { rolloutMutations, RolloutResolver } from './rollouts/rollout.resolver.js'
import { RulingResolver } from './rulings/ruling.resolver.js'
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
  ConsultationResolver,
  FundingResolver,
  DispensationResolver,
  BreachResolver,
  LedgerEntryResolver,
  MailingResolver,
  OrganisationResolver,
  PracticeAgreementsResolver,
  PracticeResolver,
  ProgrammeResolver,
  ProposalResolver,
  PurdahResolver,
  RefusedAttemptResolver,
  RegionPracticesResolver,
  RegionResolver,
  RegionTermResolver,
  RolloutFundingResolver,
  RolloutResolver,
  ReportUploadsResolver,
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

/** The schema: the contract with everybody outside. */
export const buildSchema = (resolvers: NonEmptyArray<ClassType> = [...RESOLVERS]): GraphQLSchema =>
  buildSchemaSync({
    resolvers,
    // Asked for wherever something is subscribed to, though each names its own source.
    pubSub: createPubSub(),
    // Without these two an error would echo what was sent.
    validate: { forbidUnknownValues: false, validationError: { target: false, value: false } },
  })

/** The schema as it is committed. */
export const printedSchema = (): string =>
  `${printSchema(lexicographicSortSchema(buildSchema()))}\n`
