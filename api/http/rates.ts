import type { IncomingMessage } from 'node:http'
import { isIPv6 } from 'node:net'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { Actor } from '../kernel/actor.js'
import { Refusal } from '../kernel/refusal.js'
import type { Budgets } from './budgets.js'

const NAMES: Record<keyof Budgets, string> = {
  requests: 'requests',
  anonymousRequests: 'requests without a token',
  changes: 'changes',
  previews: 'previews',
}

const WINDOW_SECONDS = 60
const SECOND_MS = 1_000

const limited = (budget: keyof Budgets, most: number, msLeft: number): Refusal => {
  const retryAfterSeconds = Math.max(1, Math.ceil(msLeft / SECOND_MS))
  return new Refusal(
    'RATE_LIMITED',
    `One client may make ${most} ${NAMES[budget]} a minute. Ask again in ${retryAfterSeconds} seconds.`,
    { retryAfterSeconds },
  )
}

/** What each client of this process has used of its budgets. Every process counts for itself. */
export class Rates {
  private readonly limiters: Readonly<Record<keyof Budgets, RateLimiterMemory>>

  constructor(
    private readonly budgets: Budgets,
    /** How many proxies of ours stand before this process, and say who asked them. */
    private readonly proxies = 0,
  ) {
    const limiter = (budget: keyof Budgets) =>
      new RateLimiterMemory({ points: budgets[budget], duration: WINDOW_SECONDS })
    this.limiters = {
      requests: limiter('requests'),
      anonymousRequests: limiter('anonymousRequests'),
      changes: limiter('changes'),
      previews: limiter('previews'),
    }
  }

  /** Takes from a client's budget, or refuses with `RATE_LIMITED`. */
  async take(budget: keyof Budgets, client: string, points = 1): Promise<void> {
    try {
      // What counts more than all there is may still come, as the first of its minute.
      await this.limiters[budget].consume(client, Math.min(points, this.budgets[budget] - 1) || 1)
    } catch (spent) {
      if (!(spent instanceof RateLimiterRes)) throw spent
      throw limited(budget, this.budgets[budget], spent.msBeforeNext)
    }
  }

  /** Who asks: whoever the token says, or else whatever is at that address. */
  clientOf(actor: Actor | null, request: IncomingMessage): string {
    // No subject has a line end: two clients never come to the same text.
    return actor ? `${actor.issuer}\n${actor.subject}` : networkOf(this.addressOf(request))
  }

  private addressOf({ headers, socket }: IncomingMessage): string {
    const forwarded = headers['x-forwarded-for']
    const named = this.proxies > 0 ? String(forwarded ?? '').split(',').at(-this.proxies) : ''
    return named?.trim() || (socket.remoteAddress ?? '')
  }
}

const GROUPS_OF_A_NETWORK = 4

/** One subscriber has a whole network of IPv6, 64 bits of it; of IPv4, one address. */
const networkOf = (address: string): string => {
  if (!isIPv6(address)) return address
  const mapped = /^::ffff:([\d.]+)$/i.exec(address)?.[1]
  if (mapped) return mapped
  const [head = ''] = address.split('::')
  return [...head.split(':'), '0', '0', '0', '0'].slice(0, GROUPS_OF_A_NETWORK).join(':')
}
