import { createClient } from 'graphql-sse'
import { makeSigner, serve, sign } from '../access/served.js'
import { done } from '../world/story.js'
import { openOn } from '../world/world.js'
import { answerParent } from './child.js'
import { median } from './measure.js'

/** How long a suspension took to reach a subscriber, in milliseconds, at the median. */
export interface ToldMeasured {
  /** Of the process that entered it, and of another one: from when it was answered. */
  readonly sameMs: number
  readonly otherMs: number
  /** Of another one, from when it was asked for. */
  readonly askedMs: number
}

export interface ToldInput {
  readonly url: string
  readonly rounds: number
}

const QUERY = 'subscription { rulingsChanged { registerSequence turns { practices } } }'
const AT = '2010-04-22T09:00:00.000Z'

const measureTold = async ({ url, rounds }: ToldInput): Promise<ToldMeasured> => {
  const worlds = [await openOn(url, AT), await openOn(url, AT)]
  const issuer = await makeSigner('bench')
  const token = await sign(issuer, { role: 'PARTNER', supplier: 'EMIS', organisation: 'EMIS' })
  const told: ((atMs: number) => void)[] = []
  const listen = async (place: number): Promise<void> => {
    const served = await serve(worlds[place]!, [issuer])
    const headers = { authorization: `Bearer ${token}` }
    await new Promise<void>((connected) => {
      const on = { connected: () => connected() }
      const client = createClient({ url: `${served.address}/graphql/stream`, headers, on })
      const next = (): void => told[place]?.(performance.now())
      client.subscribe({ query: QUERY }, { next, error: console.error, complete: () => undefined })
    })
  }
  await Promise.all([listen(0), listen(1)])
  const times: { same: number; other: number; asked: number }[] = []
  for (let round = 0; round < rounds; round += 1) {
    const reaching = [0, 1].map((place) => new Promise<number>((at) => (told[place] = at)))
    const askedMs = performance.now()
    await done(worlds[0]!, 'imposeSuspension', {
      programme: 'SCR', strength: 'BINDING',
      scope: [{ activities: ['UPLOAD'], practices: [`DEMO0${589 + 2 * round}`] }],
    })
    const answeredMs = performance.now()
    const [same, other] = (await Promise.all(reaching)) as [number, number]
    times.push({ same: same - answeredMs, other: other - answeredMs, asked: other - askedMs })
  }
  return {
    sameMs: median(times.map(({ same }) => same)),
    otherMs: median(times.map(({ other }) => other)),
    askedMs: median(times.map(({ asked }) => asked)),
  }
}

answerParent({ told: measureTold })
