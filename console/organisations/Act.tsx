import { ActPage } from '../shared/command/ActPage.js'
import { aboutOrganisations, freshOrganisations } from './commands.js'
import { ORGANISATION } from './source.js'

export const Act = () => (
  <ActPage
    resource="organisations"
    label="Organisations"
    fresh={freshOrganisations}
    about={{ commands: aboutOrganisations, one: ORGANISATION, type: 'Organisation' }}
  />
)
