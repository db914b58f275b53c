import { useParams } from 'react-router'
import { ActPage } from '../shared/command/ActPage.js'
import { aboutRollouts, freshRollouts } from './commands.js'
import { ReclassifyMany } from './reclassify-many/ReclassifyMany.js'
import { ROLLOUT } from './source.js'

export const Act = () => {
  const { id, command } = useParams()
  if (id === undefined && command === 'reclassify-many') return <ReclassifyMany />
  return (
    <ActPage
      resource="rollouts"
      label="Rollouts"
      fresh={freshRollouts}
      about={{ commands: aboutRollouts, one: ROLLOUT }}
    />
  )
}
