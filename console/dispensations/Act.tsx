import { useMemo } from 'react'
import { useViewer } from '../shared/Actions.js'
import { ActPage } from '../shared/command/ActPage.js'
import { decide, end, requestAs } from './commands.js'
import { DISPENSATION_PAGE } from './source.js'

const ABOUT = { one: DISPENSATION_PAGE, commands: { decide, end } }

export const Act = () => {
  const viewer = useViewer()
  const fresh = useMemo(() => viewer && { request: requestAs(viewer) }, [viewer])
  return fresh && (
    <ActPage resource="dispensations" label="Dispensations" fresh={fresh} about={ABOUT} />
  )
}
