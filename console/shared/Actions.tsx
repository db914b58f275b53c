import { useGetIdentity } from 'react-admin'
import { Button } from '@mui/material'
import { Link as RouterLink } from 'react-router'
import type { Viewer } from '../providers/viewer.js'
import type { Action } from './action.js'
import { useAsAt } from './as-at.js'

/** Who is signed in, once that is known. */
export const useViewer = (): Viewer | null =>
  (useGetIdentity().identity?.viewer as Viewer | null | undefined) ?? null

/**
 * The commands somebody may give here, a button each. What a role may not do is not shown; what is
 * past or only known of a past day cannot be changed.
 */
export const Actions = ({ at: base, actions }: { at: string; actions: readonly Action[] }) => {
  const viewer = useViewer()
  const { isNow } = useAsAt()
  const given = actions.filter(({ command, isOf = () => true }) =>
    viewer?.commands.includes(command) && isOf(viewer))
  if (!isNow || given.length === 0) return null
  return (
    <div className="row no-print">
      {given.map(({ path, label }) => (
        <Button
          key={path} component={RouterLink} variant="outlined"
          to={path.startsWith('/') ? path : `${base}/${path}`}
        >
          {label}
        </Button>
      ))}
    </div>
  )
}
