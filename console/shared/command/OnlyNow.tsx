import type { ReactNode } from 'react'
import { Button } from '@mui/material'
import { useAsAt } from '../as-at.js'
import { PageHead, type Crumb } from '../PageHead.js'

/** A page that changes something: there while one looks at now, and no form at any other moment. */
export const OnlyNow = ({ title, crumbs, children }: {
  title: string
  crumbs: readonly Crumb[]
  children: ReactNode
}) => {
  const { isNow, look } = useAsAt()
  if (isNow) return <>{children}</>
  return (
    <>
      <PageHead title={title} crumbs={crumbs} />
      <p>A change is made now, and not at the moment you look at.</p>
      <div className="row">
        <Button variant="contained" onClick={() => look({ at: null, knownAt: null })}>
          Open this form as things are now
        </Button>
      </div>
    </>
  )
}
