import { ActPage } from '../shared/command/ActPage.js'
import { aboutProposals } from './commands.js'
import { PROPOSAL } from './source.js'

export const Act = () => (
  <ActPage
    resource="proposals"
    label="Proposals"
    about={{ commands: aboutProposals, one: PROPOSAL }}
  />
)
