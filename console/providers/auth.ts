import type { AuthProvider } from 'react-admin'
import { Refused, Unreachable } from '../graphql/failure.js'
import { dropDrafts } from '../shared/command/use-draft.js'
import { endSignIn, forget, signedIn, signInAt, signOut } from './session.js'
import { forgetWhatMayBeRead, mayRead } from './may-read.js'
import { forgetViewer, viewer } from './viewer.js'

const forgetAll = async (): Promise<void> => {
  forgetViewer()
  forgetWhatMayBeRead()
  await forget()
}

/** How react-admin is told to go to the sign-in page, and what to say there. */
class SignInAgain extends Error {
  readonly redirectTo = '/login'
}

/** Whoever cannot be asked who somebody is has not signed them out. */
const isSignedIn = async (): Promise<boolean> => {
  try {
    return (await signedIn()) !== null
  } catch (error) {
    if (error instanceof Unreachable) return true
    throw error
  }
}

/** Sign-in, and what may be done, as react-admin asks for them. The API is who says. */
export const authProvider: AuthProvider = {
  login: ({ issuer, returnTo }: { issuer: string; returnTo: string }) =>
    signInAt(issuer, returnTo),
  handleCallback: async () => {
    const { returnTo, isAnother } = await endSignIn()
    // A form holds what was typed and the thing it is about: the next person may see neither.
    if (isAnother) dropDrafts()
    return { redirectTo: returnTo }
  },
  checkAuth: async () => {
    if (await isSignedIn()) return
    throw new SignInAgain('Sign in to go on.')
  },
  checkError: async (error: unknown) => {
    if (!(error instanceof Refused) || error.status !== 401) return
    await forgetAll()
    throw new SignInAgain('Your sign-in has ended. Sign in again; what you typed is kept.')
  },
  logout: async (params: { leave?: boolean } | undefined) => {
    forgetViewer()
    forgetWhatMayBeRead()
    if (params?.leave) {
      dropDrafts()
      if (!(await signOut())) return '/login?kept'
    }
    return '/login'
  },
  getIdentity: async () => {
    const user = await signedIn()
    const known = await viewer()
    const { sub = '', name = sub } = user?.profile ?? {}
    return { id: sub, fullName: name, viewer: known }
  },
  canAccess: async ({ resource, action }) => {
    if (action === 'list' || action === 'show') return mayRead(resource)
    const known = await viewer()
    return known?.commands.some((command) => command === action) ?? false
  },
}
