import type { HeaderMap } from '@apollo/server'

/** What a page cannot keep a browser from sending, and what no other program sends unasked. */
const SENT_BY_BROWSERS = ['sec-fetch-site', 'sec-fetch-dest', 'origin', 'referer', 'cookie']

const isBrowser = (headers: HeaderMap): boolean =>
  SENT_BY_BROWSERS.some((name) => headers.has(name)) ||
  /mozilla/i.test(headers.get('user-agent') ?? 'Mozilla')

/**
 * Lets a plain GET through where no page of another site can have sent it. Everything that may come
 * from a browser goes on being asked for a header that only a page of ours could add.
 */
export const allowIfNoBrowser = (headers: HeaderMap): void => {
  if (!isBrowser(headers)) headers.set('apollo-require-preflight', 'no browser')
}
