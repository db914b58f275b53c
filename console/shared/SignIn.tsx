import { useState } from 'react'
import { useLogin } from 'react-admin'
import { Button } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { useLocation, useSearchParams } from 'react-router'
import { settings, type SignInIssuer } from '../providers/settings.js'
import { Frame } from './Frame.js'
import { PageHead } from './PageHead.js'
import { Failed } from './Waiting.js'

/** Where somebody wanted to go before the sign-in came between. */
const useReturnTo = (): string => {
  const state = useLocation().state as { nextPathname?: string; nextSearch?: string } | null
  return `${state?.nextPathname ?? '/'}${state?.nextSearch ?? ''}`
}

const Issuers = ({ issuers }: { issuers: readonly SignInIssuer[] }) => {
  const login = useLogin()
  const returnTo = useReturnTo()
  const [failure, setFailure] = useState<Error | null>(null)
  const choose = (issuer: string) => {
    setFailure(null)
    login({ issuer, returnTo }).catch(setFailure)
  }
  return (
    <>
      <p>Choose where you have your account. You sign in there, and come back here.</p>
      <ul className="chips">
        {issuers.map(({ issuer, name, organisation }) => (
          <li key={issuer}>
            <Button variant="contained" size="large" onClick={() => choose(issuer)}>
              {organisation ? `${name} (${organisation})` : name}
            </Button>
          </li>
        ))}
      </ul>
      {failure && <Failed error={failure} />}
    </>
  )
}

/** Signed out here, but not where the account is. */
const StillKnown = () => (
  <div role="alert" className="card banner wait stacked">
    <p>
      You are signed out of Holdfast, but not where you have your account: that could not be asked.
      On a machine that others use, sign out there too, or they may come in as you.
    </p>
  </div>
)

/** Who are you? Several organisations have an answer each. */
export const SignIn = () => {
  const { data, error, refetch } = useQuery({ queryKey: ['settings'], queryFn: settings })
  const [search] = useSearchParams()
  return (
    <Frame>
      <main className="main" id="main">
        <PageHead title="Sign in to Holdfast" />
        {search.has('kept') && <StillKnown />}
        <p>
          Holdfast shows what was promised about a national data programme, and whether it holds.
        </p>
        {error && <Failed error={error} again={() => void refetch()} />}
        {data && <Issuers issuers={data.issuers} />}
        {data?.issuers.length === 0 && (
          <p>No issuer is set up for the console. Whoever runs Holdfast has to name one.</p>
        )}
      </main>
    </Frame>
  )
}
