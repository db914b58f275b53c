import { ActPage } from '../shared/command/ActPage.js'
import { aboutAgreements, freshAgreements } from './commands.js'
import { AGREEMENT } from './source.js'

export const Act = () => (
  <ActPage
    resource="agreements"
    label="Agreements"
    fresh={freshAgreements}
    about={{ commands: aboutAgreements, one: AGREEMENT }}
  />
)
