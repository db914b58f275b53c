import { useMemo } from 'react'
import type { Viewer } from '../providers/viewer.js'
import { useViewer } from '../shared/Actions.js'
import { ActPage } from '../shared/command/ActPage.js'
import { annul, lift, replace } from './endings.js'
import { imposeAs } from './impose.js'
import { signOffAs, withdrawSignOffAs } from './signing.js'
import { SUSPENSION } from './source.js'

const commandsOf = (viewer: Viewer) => ({
  fresh: { impose: imposeAs(viewer) },
  about: {
    one: SUSPENSION,
    commands: {
      lift,
      annul,
      replace,
      'sign-off': signOffAs(viewer),
      'withdraw-sign-off': withdrawSignOffAs(viewer),
    },
  },
})

export const Act = () => {
  const viewer = useViewer()
  const commands = useMemo(() => viewer && commandsOf(viewer), [viewer])
  return commands && <ActPage resource="suspensions" label="Suspensions" {...commands} />
}
