import 'reflect-metadata'
import './kernel/enums.js'
import { lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql'
import { buildSchemaSync, type ClassType, type NonEmptyArray } from 'type-graphql'
import { ViewerResolver } from './access/viewer.resolver.js'
import { BreachResolver } from './breaches/breach.resolver.js'
import { liveMutations } from './breaches/live.resolver.js'
import { ReportUploadsResolver } from './breaches/report-uploads.resolver.js'
import { UploadReportResolver } from './breaches/upload-report.resolver.js'
import { LedgerEntryResolver } from './changes/ledger-entry.resolver.js'
import { organisationMutations, OrganisationResolver } from './regions/organisation.resolver.js'
import {
  practiceMutations, PracticeResolver, RegionPracticesResolver,
} from './regions/practice.resolver.js'
import { programmeMutations, ProgrammeResolver } from './regions/programme.resolver.js'
import { regionMutations, RegionResolver, RegionTermResolver } from './regions/region.resolver.js'
import { mailingMutations, MailingResolver } from './rollouts/mailing.resolver.js'
import { rolloutMutations, RolloutResolver } from './rollouts/rollout.resolver.js'
import { RulingResolver } from './rulings/ruling.resolver.js'
import { suspensionMutations, SuspensionResolver } from './suspensions/suspension.resolver.js'

/** Whatever answers a field. */
export const RESOLVERS = [
  BreachResolver,
  LedgerEntryResolver,
  MailingResolver,
  OrganisationResolver,
  PracticeResolver,
  ProgrammeResolver,
  RegionPracticesResolver,
  RegionResolver,
  RegionTermResolver,
  RolloutResolver,
  ReportUploadsResolver,
  RulingResolver,
  SuspensionResolver,
  UploadReportResolver,
  ViewerResolver,
  ...liveMutations,
  ...mailingMutations,
  ...organisationMutations,
  ...practiceMutations,
  ...programmeMutations,
  ...regionMutations,
  ...rolloutMutations,
  ...suspensionMutations,
] as const

/** The schema: the contract with everybody outside. */
export const buildSchema = (resolvers: NonEmptyArray<ClassType> = [...RESOLVERS]): GraphQLSchema =>
  buildSchemaSync({
    resolvers,
    // Without these two an error would echo what was sent.
    validate: { forbidUnknownValues: false, validationError: { target: false, value: false } },
  })

/** The schema as it is committed. */
export const printedSchema = (): string =>
  `${printSchema(lexicographicSortSchema(buildSchema()))}\n`
