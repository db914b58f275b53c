import { lazy, useMemo } from 'react'
import { useParams } from 'react-router'
import { useViewer } from '../shared/Actions.js'
import { ActPage } from '../shared/command/ActPage.js'
import { correct, reaffirm, recordAs, withdraw } from './commands.js'
import { ASSURANCE } from './source.js'

const ABOUT = { one: ASSURANCE, commands: { reaffirm, correct, withdraw } }

const Report = lazy(async () => ({ default: (await import('./report/Report.js')).Report }))

/** What is below an assurance in addresses: its commands, and the report on it. */
export const Act = () => {
  const { command } = useParams()
  const viewer = useViewer()
  const fresh = useMemo(() => viewer && { record: recordAs(viewer) }, [viewer])
  if (command === 'report') return <Report />
  return fresh && <ActPage resource="assurances" label="Assurances" fresh={fresh} about={ABOUT} />
}
