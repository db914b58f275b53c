import { ActPage } from '../shared/command/ActPage.js'
import { aboutPurdahs, freshPurdahs } from './commands.js'
import { PURDAH } from './source.js'

export const Act = () => (
  <ActPage
    resource="purdahs"
    label="Purdah"
    fresh={freshPurdahs}
    about={{ commands: aboutPurdahs, one: PURDAH, type: 'Purdah' }}
  />
)
