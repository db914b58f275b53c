import { STATUS } from './http/status-of.js'
import { ProtocolCode, RefusalCode } from './kernel/refusal.js'

/** The codes of one kind: with a status of HTTP that is the code's own, or without. */
const refusals = (ofRequests: boolean): string =>
  Object.entries(RefusalCode)
    .filter(([code]) => Object.hasOwn(STATUS, code) === ofRequests)
    .map(([code, meaning]) => {
      const status = ofRequests ? ` ${STATUS[code as RefusalCode]} |` : ''
      return `| \`${code}\` |${status} ${meaning} |`
    })
    .join('\n')

/** What stands beside some codes for a client to act on. */
const BESIDE: readonly (readonly [codes: readonly RefusalCode[], facts: string])[] = [
  [
    ['STALE_VERSION', 'ALREADY_EXISTS'],
    '`table`, `key`, and as `version` the one there is now: read it again, repeat the edit',
  ],
  [['NOT_FOUND'], '`table` and `key`, or `field`'],
  [['INVALID_INPUT'], '`field` or `validationErrors`'],
  [['SUSPENDED'], '`suspensions` that are in the way, by id; `rollout` or `region`'],
  [['IN_PURDAH'], '`purdah`, its code; `until`, its end, null where that is not known yet'],
  [['TOO_SHORT'], '`daysMin`, `earliestClosesOn`'],
  [['STILL_OPEN'], '`closesOn`'],
  [['CONDITIONS_UNMET'], '`conditions`, each with `id`, `kind`, and how many are `unmet`'],
  [['ALREADY_SUPERSEDED'], '`assurance`, `supersededBy`'],
  [['ALREADY_ENDED'], '`state`, of a proposal'],
  [['RATE_LIMITED'], '`retryAfterSeconds`'],
  [['REQUEST_ID_REUSED', 'ANSWER_LOST'], '`requestId`'],
  [['QUERY_TOO_COSTLY'], '`cost`, `costMax`'],
  [['REQUEST_TOO_LARGE'], '`bytesMax`'],
  [['VARIABLES_TOO_DEEP'], '`levelsMax`'],
]

const beside = (): string =>
  BESIDE.map(([codes, facts]) => `- ${codes.map((code) => `\`${code}\``).join(', ')}: ${facts}.`)
    .join('\n')

const protocol = (): string =>
  Object.entries(ProtocolCode)
    .map(([code, meaning]) => `| \`${code}\` | ${meaning} |`)
    .join('\n')

const INTRODUCTION = `# Errors

This page is written by \`npm run schema\`. Every error has one of these codes in
\`extensions.code\`. Codes stay; the words of a message may be bettered, so decide by the code.

\`\`\`json
{
  "message": "Something in the variables is wrong: input.packs must be a whole number from -2147483648 to 2147483647.",
  "extensions": {
    "code": "BAD_USER_INPUT",
    "validationErrors": [
      { "field": "input.packs", "rules": ["must be a whole number from -2147483648 to 2147483647"] }
    ]
  }
}
\`\`\`

Where values broke the form that their fields have (\`INVALID_INPUT\`, \`BAD_USER_INPUT\`,
\`GRAPHQL_VALIDATION_FAILED\`), \`extensions.validationErrors\` lists each field with the rules it
broke; where one value is wrong by what the register knows, \`extensions.field\` names it. A message
may repeat a code or an id that it is about, shortened and made printable, and never a text that was
sent.`

/** The page of every `extensions.code`, as it is committed in `api/docs/errors.md`. */
export const errorsPage = (): string => `${INTRODUCTION}

## What the programme refuses

These come with the HTTP status 200, since the request was understood; that of a bad token with
401. Nothing was changed. Sent again unchanged it is refused again, but for \`BUSY\`, and for
\`STALE_VERSION\` once the thing has been read anew.

| code | meaning |
|---|---|
${refusals(false)}

The code of a rejected upload report (\`UploadReportAnswer.code\`) and of a refused attempt
(\`RefusedAttempt.code\`) is one of these too. A ruling that refuses is no error: its reasons have
[codes of their own](reference.md#reasoncode).

## What stands beside a code

What would help, the message says in words; these say it in \`extensions\` for programs. More may
come.

${beside()}

## What is refused as a request

| code | HTTP status | meaning |
|---|---|---|
${refusals(true)}

## What GraphQL and HTTP say

A query or variable that is wrong is answered with 400, or with 200 where the client accepts
\`application/json\` alone; what Holdfast failed at, with 200 or 500.

| code | meaning |
|---|---|
${protocol()}
`
