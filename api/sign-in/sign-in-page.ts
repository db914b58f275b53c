import type { IncomingMessage, ServerResponse } from 'node:http'
import type { errors as Errors, Provider } from 'oidc-provider'
import { send } from '../http/send.js'
import { ACCOUNTS, accountNamed, type Account } from './accounts.js'
import { escaped, page, PAGE_HEADERS } from './page.js'

const FORM_BYTES_MAX = 10_000

const choice = ({ id, name, is }: Account): string => `<div class="choice">
<input type="radio" name="account" id="${escaped(id)}" value="${escaped(id)}" required>
<label for="${escaped(id)}">${escaped(name)}<span>${escaped(is)}</span></label>
</div>`

const chooser = (wrong: string | null): string =>
  page(
    'Sign in to the Holdfast demonstration',
    `${wrong === null ? '' : `<p class="error" role="alert">${escaped(wrong)}</p>\n`}<form method="post">
<fieldset>
<legend>Who do you want to be?</legend>
${ACCOUNTS.map(choice).join('\n')}
</fieldset>
<p>These people are made up. There are no passwords.</p>
<button type="submit">Sign in</button>
</form>`,
  )

const EXPIRED = page(
  'This sign-in is over',
  '<p>It was finished, or not used for ten minutes, or began in another browser.</p>\n' +
    '<p><a href="/">Begin again from Holdfast.</a></p>',
)

/** What a form says in a field; null where it says nothing, or far too much. */
const readField = async (request: IncomingMessage, field: string): Promise<string | null> => {
  let text = ''
  for await (const chunk of request as AsyncIterable<Buffer>) {
    if (text.length <= FORM_BYTES_MAX) text += chunk.toString('latin1')
  }
  return text.length > FORM_BYTES_MAX ? null : new URLSearchParams(text).get(field)
}

/** Shows who can be signed in as, and takes the choice. */
export const answerSignIn = async (
  provider: Provider,
  { SessionNotFound }: typeof Errors,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  try {
    await provider.interactionDetails(request, response)
  } catch (error) {
    if (!(error instanceof SessionNotFound)) throw error
    return send(response, 404, EXPIRED, PAGE_HEADERS)
  }
  if (request.method !== 'POST') return send(response, 200, chooser(null), PAGE_HEADERS)
  const account = accountNamed(await readField(request, 'account'))
  if (!account) return send(response, 400, chooser('Choose one of these people.'), PAGE_HEADERS)
  await provider.interactionFinished(request, response, { login: { accountId: account.id } })
}
