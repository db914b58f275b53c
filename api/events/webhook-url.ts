import { isIP } from 'node:net'
import { invalid } from '../kernel/refusal.js'
import { isLoopback, isPublic } from './public-address.js'

/** What addresses may be told: those of this machine only in a demonstration. */
export interface Reach {
  readonly loopback: boolean
}

/** The host of an address, an IPv6 one without its brackets. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[(.*)\]$/, '$1')

const isOwnHost = (url: URL): boolean => {
  const host = hostOf(url)
  return host === 'localhost' || (isIP(host) !== 0 && isLoopback(host))
}

/** Whether an IP address, as a name was resolved to or as it was given, may be told. */
export const mayReach = (address: string, { loopback }: Reach): boolean =>
  isPublic(address) || (loopback && isLoopback(address))

/** Whether an address may do without encryption: on this machine nobody else listens. */
const maySpeak = (url: URL, { loopback }: Reach): boolean =>
  url.protocol === 'https:' || (url.protocol === 'http:' && loopback && isOwnHost(url))

const isOutOfReach = (url: URL, reach: Reach): boolean => {
  const host = hostOf(url)
  return isIP(host) === 0 ? host === 'localhost' && !reach.loopback : !mayReach(host, reach)
}

/** The address of a webhook, or a refusal that says what would be right. */
export const readWebhookUrl = (text: string, reach: Reach): URL => {
  const url = URL.canParse(text) ? new URL(text) : null
  if (!url || !maySpeak(url, reach)) {
    throw invalid('url', 'A webhook has an address that begins with https://.')
  }
  if (url.username || url.password || url.hash) {
    throw invalid('url', 'The address of a webhook has no user, no password and no fragment.')
  }
  if (isOutOfReach(url, reach)) {
    throw invalid('url', 'A webhook is reached over the internet, and not in a private network.')
  }
  return url
}
