import { lazy } from 'react'
import { useViewer } from '../shared/Actions.js'

const OwnPractice = lazy(async () => ({
  default: (await import('./OwnPractice.js')).OwnPractice,
}))
const OwnRegion = lazy(async () => ({ default: (await import('./OwnRegion.js')).OwnRegion }))

/** What is the viewer's own, first of all: a manager's practice, a lead's region. */
export const OwnPlace = () => {
  const viewer = useViewer()
  if (viewer?.roles.includes('PRACTICE')) return <OwnPractice practice={viewer.organisation} />
  return viewer?.region ? <OwnRegion region={viewer.region} /> : null
}
