import { randomUUID } from 'node:crypto'
import type { Actor } from '../../api/kernel/actor.js'
import { partner, type Answered, type World } from '../world/world.js'

const SOURCE = `mutation ($input: ReportUploadsInput!) {
  reportUploads(input: $input) {
    recorded rejected followedUp reports { practice night status id code message }
  }
}`

/** What is told of an upload where a test does not say it: made at the clock's moment. */
const upload = (world: World, report: Record<string, unknown>) => {
  const uploadedAt = (report.uploadedAt as string | undefined) ?? world.clock.at
  return { practice: 'P82001', night: uploadedAt.slice(0, 10), uploadedAt, records: 7, ...report }
}

/** Reports uploads, and answers whatever is answered. */
export const tryReport = (
  world: World,
  reports: readonly Record<string, unknown>[],
  actor: Actor | null = partner('EMIS'),
  requestId: string | null = randomUUID(),
): Promise<Answered> => {
  const input = { programme: 'SCR', reports: reports.map((each) => upload(world, each)) }
  return world.ask(SOURCE, { input }, actor, requestId)
}

/** Reports uploads, which has to succeed. */
export const report = async (
  world: World,
  reports: readonly Record<string, unknown>[],
  actor?: Actor,
  requestId?: string,
): Promise<any> => {
  const { data, errors } = await tryReport(world, reports, actor, requestId)
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'))
  return data.reportUploads
}

/** The breaches that somebody sees, in the order they were found. */
export const breaches = async (
  world: World,
  actor: Actor,
  variables: Record<string, unknown> = {},
): Promise<any[]> => {
  const source = `query ($filter: BreachFilter) {
    breaches(first: 200, filter: $filter, orderBy: { field: ID }) { edges { node {
      id kind programme { code } practice { odsCode } region { code } at of reasons
      suspensions { id } permitted version
    } } }
  }`
  const data = await world.must(source, variables, actor)
  return data.breaches.edges.map(({ node }: any) => node)
}
