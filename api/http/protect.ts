import type { ServerResponse } from 'node:http'

/**
 * What every answer tells browsers: take it for what it says it is, tell nobody where you came
 * from, keep no copy, and let it neither load nor run anything, nor be shown inside another page.
 * What is more, such as a page of ours, says so itself.
 */
export const protect = (response: ServerResponse): void => {
  response.setHeader('x-content-type-options', 'nosniff')
  response.setHeader('referrer-policy', 'no-referrer')
  response.setHeader('cache-control', 'no-store')
  response.setHeader('content-security-policy', "default-src 'none'; frame-ancestors 'none'")
}

/** For a page that holds its scripts and styles in itself, and asks nobody but us. */
export const PAGE_POLICY = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline' blob:",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "worker-src 'self' blob:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/**
 * For the console: its own scripts and none in the page, styles as its library writes them, and
 * requests to us and to the origins that it has to ask besides.
 */
export const consolePolicy = (connectsTo: readonly string[]): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    ["connect-src 'self'", ...connectsTo].join(' '),
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "manifest-src 'self'",
  ].join('; ')
