import { ActPage } from '../shared/command/ActPage.js'
import { aboutProgrammes, freshProgrammes } from './commands.js'
import { PROGRAMME } from './source.js'

export const Act = () => (
  <ActPage
    resource="programmes"
    label="Programmes"
    fresh={freshProgrammes}
    about={{ commands: aboutProgrammes, one: PROGRAMME, type: 'Programme' }}
  />
)
