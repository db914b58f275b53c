import { useMemo } from 'react'
import { useViewer } from '../shared/Actions.js'
import { ActPage } from '../shared/command/ActPage.js'
import { correct, reaffirm, recordAs, withdraw } from './commands.js'
import { ASSURANCE } from './source.js'

const ABOUT = { one: ASSURANCE, commands: { reaffirm, correct, withdraw } }

export const Act = () => {
  const viewer = useViewer()
  const fresh = useMemo(() => viewer && { record: recordAs(viewer) }, [viewer])
  return fresh && <ActPage resource="assurances" label="Assurances" fresh={fresh} about={ABOUT} />
}
