import { ActPage } from '../shared/command/ActPage.js'
import { aboutConsultations, freshConsultations } from './commands.js'
import { CONSULTATION } from './source.js'

export const Act = () => (
  <ActPage
    resource="consultations"
    label="Consultations"
    fresh={freshConsultations}
    about={{ commands: aboutConsultations, one: CONSULTATION }}
  />
)
