import { ActPage } from '../shared/command/ActPage.js'
import { aboutMailings, freshMailings } from './commands.js'
import { MAILING } from './source.js'

export const Act = () => (
  <ActPage
    resource="mailings"
    label="Mailings"
    fresh={freshMailings}
    about={{ commands: aboutMailings, one: MAILING }}
  />
)
