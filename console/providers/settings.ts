/** An issuer that people sign in at. */
export interface SignInIssuer {
  readonly name: string
  /** Code of the organisation it vouches for, or null where that depends on the person. */
  readonly organisation: string | null
  readonly issuer: string
  readonly clientId: string
  readonly scope: string
  readonly resource: string | null
}

interface Settings {
  /** Where GraphQL is asked: the API itself, or a gateway before it. */
  readonly graphql: string
  readonly issuers: readonly SignInIssuer[]
}

const load = async (): Promise<Settings> => {
  const response = await fetch('/settings.json')
  if (!response.ok) throw new Error('Holdfast does not answer. Load the page again in a minute.')
  return (await response.json()) as Settings
}

let loaded: Promise<Settings> | undefined

/** What the server says of itself; asked once, and again after a failure. */
export const settings = (): Promise<Settings> => {
  loaded ??= load().catch((error: unknown) => {
    loaded = undefined
    throw error
  })
  return loaded
}
