import { isDeepStrictEqual } from 'node:util'
import autocannon from 'autocannon'
import { startChild, type Child } from './child.js'
import type { HttpInput, HttpServing } from './http.child.js'
import { interleave, median, timed } from './measure.js'
import { measureMemory } from './memory.js'


const CONNECTIONS = 50
const FIELDS = `practiceCode activity outcome basis at validUntil registerSequence
  practice { odsCode name } reasons { code message remedy permittedFrom suspension { id } }
  advisories { id } obligations { code text } rollouts { id classification }`
const one = (field: string): string =>
  `query ($practice: ID!) { ${field}(practice: $practice) { ${FIELDS} } }`
const MANY = `query ($practices: [ID!]!) { rulings(practices: $practices) { ${FIELDS} } }`

/** What serving rulings over HTTP came to. Rates are requests a second. */
export interface HttpMeasured {
  readonly ruling: number
  readonly constant: number
  readonly bare: number
  readonly practices: number
  readonly manyMs: number
  readonly stringifyMs: number
  readonly memoryMb: number
  readonly wrong: readonly string[]
}

const headersOf = ({ token }: HttpServing) => ({
  'content-type': 'application/json',
  authorization: `Bearer ${token}`,
})

const requestsFor = (serving: HttpServing, field: string) =>
  serving.practices.slice(0, 1000).map((practice) => ({
    method: 'POST' as const,
    headers: headersOf(serving),
    body: JSON.stringify({ query: one(field), variables: { practice } }),
  }))

const rate = async (url: string, requests: autocannon.Request[], seconds: number) => {
  const options = { url, requests, connections: CONNECTIONS, duration: seconds }
  const { requests: served, non2xx, errors } = await autocannon(options)
  if (non2xx + errors > 0) throw new Error(`${non2xx + errors} requests failed`)
  return served.average
}

const fetchMany = async (serving: HttpServing): Promise<any> => {
  const body = JSON.stringify({ query: MANY, variables: { practices: serving.practices } })
  const headers = headersOf(serving)
  const response = await fetch(serving.graphql, { method: 'POST', headers, body })
  return response.text()
}

/** The outcomes over HTTP that are not those of the process itself. */
const wrongOverHttp = async (child: Child, serving: HttpServing): Promise<string[]> => {
  const { data } = JSON.parse(await fetchMany(serving))
  const given = data.rulings.map(({ outcome }: { outcome: string }) => outcome)
  const right = await child.ask('rule', serving.practices)
  return isDeepStrictEqual(given, right) ? [] : ['outcomes over HTTP are not those in process']
}

/** Measures one server, whose kinds of request take turns. */
export const measureHttp = async (
  input: HttpInput,
  rounds: number,
  seconds: number,
): Promise<HttpMeasured> => {
  const child = startChild('./http.child.ts')
  try {
    const serving = await child.ask<HttpServing>('serve', input)
    const wrong = await wrongOverHttp(child, serving)
    const data: unknown = JSON.parse(await fetchMany(serving))
    const run = (field: string) => rate(serving.graphql, requestsFor(serving, field), seconds)
    const measured = await interleave(rounds, {
      ruling: () => run('ruling'),
      constant: () => run('constantRuling'),
      bare: () => rate(serving.bare, requestsFor(serving, 'ruling'), seconds),
      manyMs: () => timed(() => fetchMany(serving)),
      stringifyMs: () => timed(() => JSON.stringify(data)),
    })
    const middle = (name: keyof (typeof measured)[number]) =>
      median(measured.map((round) => round[name]))
    return {
      ruling: middle('ruling'),
      constant: middle('constant'),
      bare: middle('bare'),
      practices: serving.practices.length,
      manyMs: middle('manyMs'),
      stringifyMs: middle('stringifyMs'),
      memoryMb: await measureMemory(input.url, input.folder, serving.practices),
      wrong,
    }
  } finally {
    await child.stop()
  }
}
