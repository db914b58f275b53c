import { ActPage } from '../shared/command/ActPage.js'
import { aboutRegions, freshRegions } from './commands.js'
import { REGION } from './source.js'

export const Act = () => (
  <ActPage
    resource="regions"
    label="Regions"
    fresh={freshRegions}
    about={{ commands: aboutRegions, one: REGION }}
  />
)
