import { ErrorResponse, UserManager, WebStorageStateStore, type User } from 'oidc-client-ts'
import { Unreachable } from '../graphql/failure.js'
import { tellReachable } from '../graphql/reachable.js'
import { settings, type SignInIssuer } from './settings.js'

/** A token with less time left is renewed before it is used. */
const RENEW_BEFORE_SECONDS = 30

/** Which issuer this tab signed in at. */
const CHOSEN = 'holdfast.issuer'

/** Who signed in last in this tab. */
const PERSON = 'holdfast.person'

const managerOf = ({ issuer, clientId, scope, resource }: SignInIssuer): UserManager =>
  new UserManager({
    authority: issuer,
    client_id: clientId,
    scope,
    ...(resource && { resource }),
    redirect_uri: `${location.origin}/auth-callback`,
    post_logout_redirect_uri: `${location.origin}/`,
    // Each tab has tokens of its own: a refresh token that two tabs used would be worth nothing.
    userStore: new WebStorageStateStore({ store: sessionStorage }),
    automaticSilentRenew: false,
    monitorSession: false,
  })

const managers = new Map<string, UserManager>()

const managerFor = async (issuer: string | null): Promise<UserManager | null> => {
  const { issuers } = await settings()
  const found = issuers.find((each) => each.issuer === issuer)
  if (!found) return null
  const manager = managers.get(found.issuer) ?? managerOf(found)
  managers.set(found.issuer, manager)
  return manager
}

const chosen = (): Promise<UserManager | null> => managerFor(sessionStorage.getItem(CHOSEN))

let renewing: Promise<User | null> | undefined

/** One renewal at a time: a refresh token works once. */
const renew = (manager: UserManager): Promise<User | null> => {
  renewing ??= manager
    .signinSilent()
    .catch(async (error: unknown) => {
      // Only an issuer's no ends a sign-in; that it does not answer does not.
      if (!(error instanceof ErrorResponse)) {
        tellReachable(false)
        throw new Unreachable()
      }
      await manager.removeUser()
      return null
    })
    .finally(() => {
      renewing = undefined
    })
  return renewing
}

/** Who is signed in, with tokens that are good; or null. */
export const signedIn = async (): Promise<User | null> => {
  const manager = await chosen()
  const user = await manager?.getUser()
  if (!manager || !user) return null
  return (user.expires_in ?? 0) > RENEW_BEFORE_SECONDS ? user : renew(manager)
}

export const accessToken = async (): Promise<string | null> =>
  (await signedIn())?.access_token ?? null

/** Sends somebody to an issuer's page, to come back to where they were. */
export const signInAt = async (issuer: string, returnTo: string): Promise<void> => {
  sessionStorage.setItem(CHOSEN, issuer)
  const manager = await managerFor(issuer)
  if (!manager) throw new Error('Nobody is known who issues tokens under that name.')
  try {
    await manager.signinRedirect({ state: { returnTo } })
  } catch (cause) {
    const message = 'It does not answer. Try again in a minute, or tell whoever runs it.'
    throw new Error(message, { cause })
  }
}

/** Ends a sign-in that an issuer answered, whether by a code or by an error. */
export const endSignIn = async (): Promise<{ returnTo: string; isAnother: boolean }> => {
  const manager = await chosen()
  if (!manager) throw new Error('This sign-in was begun in another tab. Sign in again.')
  const user = await manager.signinRedirectCallback()
  const { returnTo } = user.state as { returnTo: string }
  const person = `${user.profile.iss} ${user.profile.sub}`
  const isAnother = sessionStorage.getItem(PERSON) !== person
  sessionStorage.setItem(PERSON, person)
  return { returnTo, isAnother }
}

/** Forgets the tokens of this tab, without asking the issuer. */
export const forget = async (): Promise<void> => (await chosen())?.removeUser()

/**
 * Signs out here and at the issuer, which sends back to the start. Tells whether the issuer was
 * asked: one that does not answer, or lets nobody sign out, goes on knowing who was here.
 */
export const signOut = async (): Promise<boolean> => {
  const manager = await chosen()
  if (!(await manager?.getUser())) return true
  try {
    await manager?.signoutRedirect()
    return true
  } catch {
    await manager?.removeUser()
    return false
  }
}
