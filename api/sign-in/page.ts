import { hash } from 'node:crypto'

const STYLE = `
body { margin: 0; font: 1.125rem/1.5 system-ui, sans-serif; color: #16202a; background: #fff; }
main { max-width: 34rem; margin: 0 auto; padding: 1.5rem 1rem; }
h1 { font-size: 1.6rem; line-height: 1.25; }
fieldset { border: 0; margin: 0 0 1.5rem; padding: 0; }
legend { font-weight: bold; padding: 0; margin-bottom: .5rem; }
.choice { display: flex; gap: .75rem; align-items: flex-start; padding: .5rem 0; }
.choice input { width: 1.5rem; height: 1.5rem; flex: none; margin: .1rem 0 0; }
.choice label { overflow-wrap: anywhere; }
.choice span { display: block; color: #3d4b58; }
.error { border-left: .3rem solid #a61b1b; padding: .25rem .75rem; color: #8a1414; }
button { font: inherit; font-weight: bold; color: #fff; background: #1d4f91; border: 0;
  border-radius: .25rem; padding: .6rem 1.5rem; cursor: pointer; }
:focus-visible { outline: .2rem solid #16202a; outline-offset: .15rem; }
`

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;',
}

/** A text as it stands in HTML. */
export const escaped = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (character) => ESCAPES[character] ?? '')

/** A page without scripts: one heading, and what stands below it. */
export const page = (title: string, body: string): string => `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
${body}
</main>
</body>
</html>
`

const STYLE_HASH = hash('sha256', STYLE, 'base64')

/** Nothing is loaded, nothing runs, nobody frames the page, and its address is told nobody. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; form-action 'self'; ` +
    "frame-ancestors 'none'; base-uri 'none'",
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}
