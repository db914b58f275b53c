import { useHandleAuthCallback } from 'react-admin'
import { Frame } from './Frame.js'
import { Link } from './Link.js'
import { PageHead } from './PageHead.js'

/** Where an issuer sends people back to. */
export const SignInEnds = () => {
  const { error } = useHandleAuthCallback()
  return (
    <Frame>
      <main className="main" id="main">
        <PageHead title={error ? 'You are not signed in' : 'Signing you in'} />
        {error && <p role="alert">{error.message}</p>}
        {error && <p><Link to="/login">Sign in again</Link></p>}
      </main>
    </Frame>
  )
}
