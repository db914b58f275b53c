import { print } from '@0no-co/graphql.web'
import { asWritten } from './as-written.js'
import type { Asking, ResultOf, VariablesOf } from './tada.js'
import { Refused, statusOf, Unreachable } from './failure.js'
import { accessToken } from '../providers/session.js'
import { settings } from '../providers/settings.js'
import { tellReachable } from './reachable.js'

interface Body {
  readonly data?: unknown
  readonly errors?: readonly { message: string; extensions?: Record<string, unknown> }[]
}

interface Options {
  readonly signal?: AbortSignal
  /** Names a change, so that it is carried out once however often it is sent. */
  readonly requestId?: string
}

const HEADERS = { 'content-type': 'application/json', accept: 'application/json' }

const post = async (url: string, init: RequestInit): Promise<Response> => {
  try {
    const response = await fetch(url, init)
    // A proxy whose server is gone answers in its stead.
    if (response.status === 502 || response.status === 504) throw new Unreachable()
    tellReachable(true)
    return response
  } catch (error) {
    if (init.signal?.aborted) throw error
    tellReachable(false)
    throw new Unreachable()
  }
}

/** The text of an answer; one that breaks off is none. */
const readText = async (response: Response, signal?: AbortSignal): Promise<string> => {
  try {
    return await response.text()
  } catch (error) {
    if (signal?.aborted) throw error
    tellReachable(false)
    throw new Unreachable()
  }
}

const readBody = async (response: Response, signal?: AbortSignal): Promise<Body> => {
  const text = await readText(response, signal)
  if (response.headers.get('content-type')?.includes('json')) {
    return JSON.parse(asWritten(text)) as Body
  }
  throw new Refused(text, response.status)
}

/** The text of documents, each printed once. */
const texts = new WeakMap<object, string>()
export const textOf = (document: Asking): string => {
  const known = texts.get(document)
  if (known !== undefined) return known
  const text = print(document)
  texts.set(document, text)
  return text
}

/** Asks in GraphQL's own text, as the user who is signed in. */
export const askText = async (
  query: string,
  variables: unknown,
  { signal, requestId }: Options = {},
): Promise<unknown> => {
  const { graphql } = await settings()
  const token = await accessToken()
  const response = await post(graphql, {
    method: 'POST',
    headers: {
      ...HEADERS,
      ...(token && { authorization: `Bearer ${token}` }),
      ...(requestId && { 'x-request-id': requestId }),
    },
    body: JSON.stringify({ query, variables }),
    ...(signal && { signal }),
  })
  const { data, errors = [] } = await readBody(response, signal)
  const [first] = errors
  if (!first) return data
  throw new Refused(first.message, statusOf(first.extensions?.code as string), first.extensions)
}

/** Asks a document of the schema. The first complaint of the answer, if any, is thrown. */
export const ask = async <Document extends Asking>(
  document: Document,
  variables: VariablesOf<Document>,
  options: Options = {},
): Promise<ResultOf<Document>> =>
  (await askText(textOf(document), variables, options)) as ResultOf<Document>
