import { ActPage } from '../shared/command/ActPage.js'
import { aboutRollouts, freshRollouts } from './commands.js'
import { ROLLOUT } from './source.js'

export const Act = () => (
  <ActPage
    resource="rollouts"
    label="Rollouts"
    fresh={freshRollouts}
    about={{ commands: aboutRollouts, one: ROLLOUT }}
  />
)
