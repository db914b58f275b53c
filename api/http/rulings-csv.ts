import { hash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setImmediate as pause } from 'node:timers/promises'
import { SECOND_MS } from '../kernel/moment.js'
import { invalid } from '../kernel/refusal.js'
import { sayChoice } from '../kernel/say-code.js'
import { Activity, Classification } from '../kernel/vocabulary.js'
import { rootOf } from '../ledger/entry-hash.js'
import type { AskedRuling, RulingQuestion } from '../rulings/ask-rulings.js'
import { ownPractices, ownRulings, RULED_AT_ONCE } from '../rulings/own-rulings.js'
import { csvRecord, csvText } from './csv.js'
import { admit } from './admit.js'
import type { Answering } from './graphql.js'
import { COST_OF_A_REQUEST } from './limit-cost.js'
import { refuseOtherMethods } from './methods.js'
import { contextOf } from './request-context.js'

const PARAMETERS = ['activity', 'programme', 'classification']
/** Whoever reads nothing for so long has gone. */
const PATIENCE_MS = 60_000

const oneOf = <Word extends string>(
  name: string,
  words: Readonly<Record<Word, Word>>,
  given: string | null,
): Word | null => {
  if (given === null) return null
  if (Object.hasOwn(words, given)) return given as Word
  throw invalid(name, `${name} must be one of ${sayChoice(Object.keys(words))}.`)
}

const readQuestion = (url = ''): RulingQuestion => {
  const [, search = ''] = url.split('?')
  const asked = new URLSearchParams(search)
  const names = [...asked.keys()]
  if (names.some((name, place) => !PARAMETERS.includes(name) || names.indexOf(name) !== place)) {
    throw invalid('query', `Only ${PARAMETERS.join(', ')} may be named, each once.`)
  }
  return {
    activity: oneOf('activity', Activity, asked.get('activity')) ?? 'UPLOAD',
    programme: asked.get('programme') ?? 'SCR',
    classification: oneOf('classification', Classification, asked.get('classification')),
  }
}

/** Each column, by its name, and what stands in it. Several codes stand with spaces between. */
const COLUMNS: Readonly<Record<string, (ruling: AskedRuling) => string>> = {
  practice: ({ practiceCode }) => practiceCode,
  practiceName: ({ practice }) => csvText(practice?.name ?? ''),
  activity: ({ activity }) => activity,
  programme: ({ asking }) => asking.question.programme,
  classification: ({ asking }) => asking.question.classification ?? '',
  outcome: ({ outcome }) => outcome,
  reasons: ({ reasons }) => [...new Set(reasons.map(({ code }) => code))].join(' '),
  suspensions: ({ reasons }) =>
    reasons.flatMap(({ suspension }) => suspension?.id ?? []).join(' '),
  obligations: ({ obligations }) => obligations.map(({ code }) => code).join(' '),
  validUntil: ({ validUntil }) => validUntil ?? '',
  registerSequence: ({ registerSequence }) => String(registerSequence),
  at: ({ at }) => at,
}
const HEADER = csvRecord(Object.keys(COLUMNS))
const fieldsOf = Object.values(COLUMNS)

const recordOf = (ruling: AskedRuling): string =>
  csvRecord(fieldsOf.map((field) => field(ruling)))

/** The text in parts, each made when the one before it has been taken. */
async function* partsOf(rulings: readonly AskedRuling[]): AsyncGenerator<string> {
  yield HEADER
  for (let begun = 0; begun < rulings.length; begun += RULED_AT_ONCE) {
    yield rulings.slice(begun, begun + RULED_AT_ONCE).map(recordOf).join('')
    await pause()
  }
}

/**
 * The tag of an answer. Two answers have the same if they differ in `at` and `validUntil` alone,
 * no date recorded for their practices has passed between them, and both were given in the same
 * half of the longest validity: what the earlier one permits is permitted still, and its own
 * `validUntil` lies at least so long ahead, or at the next recorded date. Null for an answer that
 * is nobody's permission.
 */
const tagOf = (rulings: readonly AskedRuling[]): string | null => {
  const [first] = rulings
  if (!first?.found || first.asking.stale.length > 0) return null
  const { register, question, actor, nowMs } = first.asking
  const nextMs = rulings.reduce((ms, { found }) => Math.min(ms, found?.nextMs ?? 0), Infinity)
  const halfMs = (first.found.answer.validitySecondsMax * SECOND_MS) / 2
  const { role, organisation, region, supplier } = actor
  const parts = [
    HEADER,
    rootOf(register.head.tree),
    [question.activity, question.programme, question.classification],
    [role, organisation, region, supplier],
    rulings.map(({ practiceCode }) => practiceCode),
    [String(nextMs), Math.floor(nowMs / halfMs)],
  ]
  return `W/"${hash('sha256', JSON.stringify(parts), 'base64url')}"`
}

/** A `*` names no answer that the caller has, so that none is told to be good still. */
const hasIt = ({ headers }: IncomingMessage, tag: string | null): boolean =>
  tag !== null &&
  (headers['if-none-match'] ?? '').split(',').some((each) => each.trim() === tag)

const stream = async (rulings: readonly AskedRuling[], response: ServerResponse): Promise<void> => {
  response.setTimeout(PATIENCE_MS, () => response.destroy())
  try {
    await pipeline(Readable.from(partsOf(rulings)), response)
  } catch (error) {
    // The answer is cut off, and its reader knows. Somebody who hung up is no failure of ours.
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') {
      console.error(error)
    }
  }
}

/** Answers the rulings on all practices of the caller, as a table for batch jobs. */
export const answerRulingsCsv = async (
  answering: Answering,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  if (refuseOtherMethods(request, response)) return
  response.setHeader('vary', 'Authorization')
  response.setHeader('cache-control', 'private, no-cache')
  const actor = await admit(answering, request)
  const question = readQuestion(request.url)
  const { maker, rates } = answering
  const counted = rates ? { rates, client: rates.clientOf(actor, request) } : null
  const context = contextOf(maker, actor, null, counted)
  const practices = ownPractices(context)
  // It is worked out for a 304 too, and counts as the same fields asked for by GraphQL.
  const more = Math.floor((practices.length * fieldsOf.length) / COST_OF_A_REQUEST)
  if (more > 0) await context.countRequest(more)
  const rulings = await ownRulings(context, question, practices)
  const tag = tagOf(rulings)
  if (tag !== null) response.setHeader('etag', tag)
  if (hasIt(request, tag)) {
    response.writeHead(304).end()
    return
  }
  response.setHeader('content-type', 'text/csv; charset=utf-8; header=present')
  if (request.method === 'HEAD') response.end()
  else await stream(rulings, response)
}
