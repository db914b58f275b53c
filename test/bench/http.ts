import { isDeepStrictEqual } from 'node:util'
import autocannon from 'autocannon'
import { startChild, type Child } from './child.js'
import { FIELDS } from './fields.js'
import type { HttpInput, HttpServing } from './http.child.js'
import { coreMs, interleave, median } from './measure.js'

const CONNECTIONS = 50
/** Of these practices in turn; they are found in the caches as little as any others. */
const ASKED_ONE_BY_ONE = 1000
const CHECKED_ONE_BY_ONE = 200

const ONE = (field: string): string =>
  `query ($practice: ID!) { ${field}(practice: $practice) { ${FIELDS} } }`
const MANY = `query ($practices: [ID!]!) { rulings(practices: $practices) { ${FIELDS} } }`

/** How long to measure. */
export interface HttpEffort {
  readonly rounds: number
  readonly seconds: number
}

/** A kind of request: what it costs the server, in microseconds of a core, and how many came. */
interface Load {
  readonly coreUs: number
  readonly aSecond: number
}

/** What serving rulings over HTTP came to. Ratios are of one round each. */
export interface HttpMeasured {
  readonly ruling: Load
  readonly constant: Load
  readonly bare: Load
  readonly apollo: Load
  readonly ofConstant: number
  readonly ofBare: number
  readonly ofApollo: number
  readonly practices: readonly string[]
  readonly manyCoreMs: number
  readonly manyMb: number
  readonly ofStringify: number
  readonly wrong: readonly string[]
}

const headersOf = ({ token }: HttpServing) => ({
  'content-type': 'application/json',
  authorization: `Bearer ${token}`,
})

const NOTHING = [JSON.stringify({ query: '{ nothing }' })]

const bodiesOf = (practices: readonly string[], field: string): string[] =>
  practices.map((practice) => JSON.stringify({ query: ONE(field), variables: { practice } }))

const post = async (serving: HttpServing, body: string): Promise<string> => {
  const headers = headersOf(serving)
  const response = await fetch(serving.graphql, { method: 'POST', headers, body })
  return response.text()
}

const postMany = (serving: HttpServing): Promise<string> =>
  post(serving, JSON.stringify({ query: MANY, variables: { practices: serving.practices } }))

/** The answers over HTTP that are not, field by field, those of the process itself. */
const wrongOverHttp = async (child: Child, serving: HttpServing): Promise<string[]> => {
  const { practices } = serving
  const right = await child.ask<object[]>('rule', practices)
  const many: object[] = JSON.parse(await postMany(serving)).data.rulings
  const some = bodiesOf(practices.slice(0, CHECKED_ONE_BY_ONE), 'ruling')
  const one: object[] = []
  for (const body of some) one.push(JSON.parse(await post(serving, body)).data.ruling)
  const wrong = (given: readonly object[], asked: readonly string[]): string[] =>
    asked.filter((_, index) => !isDeepStrictEqual(given[index], right[index]))
  return [...wrong(many, practices), ...wrong(one, practices.slice(0, some.length))].map(
    (odsCode) => `${odsCode} is answered otherwise over HTTP`,
  )
}

/** Loads a server with requests of one kind. */
const loading = (
  child: Child,
  serving: HttpServing,
  { url, bodies }: { url: string; bodies: readonly string[] },
  seconds: number,
) => {
  const headers = headersOf(serving)
  const requests = bodies.map((body) => ({ method: 'POST' as const, headers, body }))
  return async (): Promise<Load> => {
    const before = await child.ask<number>('coreMs')
    const options = { url, requests, connections: CONNECTIONS, duration: seconds }
    const { requests: sent, non2xx, errors } = await autocannon(options)
    if (non2xx + errors > 0) throw new Error(`${non2xx + errors} requests failed`)
    const used = (await child.ask<number>('coreMs')) - before
    return { coreUs: (used * 1000) / sent.total, aSecond: sent.average }
  }
}

/** One request for every practice, and the writing of its answer as JSON and no more. */
const askingForAll = (child: Child, serving: HttpServing) => async () => {
  const before = await child.ask<number>('coreMs')
  const text = await postMany(serving)
  const manyCoreMs = (await child.ask<number>('coreMs')) - before
  const data: unknown = JSON.parse(text)
  const begun = coreMs()
  JSON.stringify(data)
  return { manyCoreMs, manyMb: text.length / 1e6, stringifyMs: coreMs() - begun }
}

type Round = Record<'ruling' | 'constant' | 'bare' | 'apollo', Load>

const middleLoad = (rounds: readonly Round[], name: keyof Round): Load => ({
  coreUs: median(rounds.map((round) => round[name].coreUs)),
  aSecond: median(rounds.map((round) => round[name].aSecond)),
})

const measure = async (
  child: Child,
  serving: HttpServing,
  { rounds, seconds }: HttpEffort,
): Promise<Omit<HttpMeasured, 'wrong'>> => {
  const some = serving.practices.slice(0, ASKED_ONE_BY_ONE)
  const kind = (url: string, bodies: readonly string[]) =>
    loading(child, serving, { url, bodies }, seconds)
  const kinds = {
    ruling: kind(serving.graphql, bodiesOf(some, 'ruling')),
    constant: kind(serving.graphql, bodiesOf(some, 'constantRuling')),
    bare: kind(serving.bare, bodiesOf(some, 'ruling')),
    apollo: kind(serving.apollo, NOTHING),
  }
  const all = { all: askingForAll(child, serving) }
  // The first of each are for the compiler.
  await interleave(1, kinds)
  await interleave(rounds, all)
  const one = await interleave(rounds, kinds)
  const many = (await interleave(2 * rounds + 1, all)).map((round) => round.all)
  return {
    ruling: middleLoad(one, 'ruling'),
    constant: middleLoad(one, 'constant'),
    bare: middleLoad(one, 'bare'),
    apollo: middleLoad(one, 'apollo'),
    ofConstant: median(one.map(({ ruling, constant }) => constant.coreUs / ruling.coreUs)),
    ofBare: median(one.map(({ ruling, bare }) => bare.coreUs / ruling.coreUs)),
    ofApollo: median(one.map(({ ruling, apollo }) => apollo.coreUs / ruling.coreUs)),
    practices: serving.practices,
    manyCoreMs: median(many.map(({ manyCoreMs }) => manyCoreMs)),
    manyMb: median(many.map(({ manyMb }) => manyMb)),
    ofStringify: median(many.map(({ manyCoreMs, stringifyMs }) => manyCoreMs / stringifyMs)),
  }
}

/** Measures one server, whose kinds of request take turns. */
export const measureHttp = async (input: HttpInput, effort: HttpEffort): Promise<HttpMeasured> => {
  const child = startChild('./http.child.ts')
  try {
    const serving = await child.ask<HttpServing>('serve', input)
    const wrong = await wrongOverHttp(child, serving)
    return { ...(await measure(child, serving, effort)), wrong }
  } finally {
    await child.stop()
  }
}
