import { createContext, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { useLocation, useNavigate, type Location as Route } from 'react-router'

/** The moments looked at; null is now. */
export interface Moments {
  /** The moment that dated things are looked at. */
  readonly at: string | null
  /** The moment whose knowledge counts. */
  readonly knownAt: string | null
}

interface AsAt extends Moments {
  readonly isNow: boolean
  readonly look: (at: Partial<Moments>) => void
}

const NOW: Moments = { at: null, knownAt: null }

const AsAtContext = createContext<AsAt>({ ...NOW, isNow: true, look: () => undefined })

export const useAsAt = (): AsAt => useContext(AsAtContext)

const momentIn = (search: URLSearchParams, name: string): string | null => {
  const text = search.get(name)
  return text && !Number.isNaN(Date.parse(text)) ? text : null
}

const momentsIn = (text: string): Moments => {
  const search = new URLSearchParams(text)
  return { at: momentIn(search, 'at'), knownAt: momentIn(search, 'knownAt') }
}

const withMoments = (text: string, { at, knownAt }: Moments): string => {
  const search = new URLSearchParams(text)
  for (const [name, moment] of Object.entries({ at, knownAt })) {
    if (moment) search.set(name, moment)
    else search.delete(name)
  }
  return String(search)
}

/**
 * Keeps the moments looked at while somebody goes from page to page, and in every address, so that
 * a link means what it meant.
 */
export const AsAtProvider = ({ children }: { children: ReactNode }) => {
  const { pathname, search, hash, state, key } = useLocation() as Route<unknown>
  const navigate = useNavigate()
  const [kept, keep] = useState(() => momentsIn(search))
  const told = momentsIn(search)
  const moments = { at: told.at ?? kept.at, knownAt: told.knownAt ?? kept.knownAt }
  const { at, knownAt } = moments

  // Told by an address, or else carried into it: decided once whenever an address is gone to.
  useEffect(() => {
    if (at !== kept.at || knownAt !== kept.knownAt) keep({ at, knownAt })
    if (at === told.at && knownAt === told.knownAt) return
    void navigate(
      { pathname, search: withMoments(search, { at, knownAt }), hash },
      { replace: true, state },
    )
  }, [key])

  const look = useCallback(
    (wanted: Partial<Moments>) => {
      const next = { at, knownAt, ...wanted }
      keep(next)
      // To look at another day is no step of its own: Back leads to the page before.
      const there = { pathname, search: withMoments(search, next), hash }
      void navigate(there, { replace: true, state })
    },
    [at, knownAt, pathname, search, hash, state, navigate],
  )

  const value = useMemo(
    () => ({ at, knownAt, isNow: at === null && knownAt === null, look }),
    [at, knownAt, look],
  )
  return <AsAtContext value={value}>{children}</AsAtContext>
}
