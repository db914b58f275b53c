import { ActPage } from '../shared/command/ActPage.js'
import { aboutPractices, freshPractices } from './commands.js'
import { PRACTICE } from './source.js'

export const Act = () => (
  <ActPage
    resource="practices"
    label="Practices"
    fresh={freshPractices}
    about={{ commands: aboutPractices, one: PRACTICE }}
  />
)
