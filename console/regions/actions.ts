import type { Viewer } from '../providers/viewer.js'
import type { Action } from '../shared/action.js'
import type { Region } from './source.js'

export const freshRegion: readonly Action[] = [
  { command: 'recordRegion', path: 'act/record', label: 'Record a region' },
]

/** Whether a region is the viewer's own matter: a lead's subtree, and no practice's. */
const isTheirs = ({ id, ancestors }: Region, { region, roles }: Viewer): boolean =>
  !roles.includes('PRACTICE') &&
  (region === null || region === id || ancestors.some(({ code }) => code === region))

/** What can be done to a region, or be begun with it in mind. */
export const actionsOf = (region: Region, viewer: Viewer): readonly Action[] => {
  const code = encodeURIComponent(region.id)
  const here: readonly Action[] = [
    {
      command: 'openConsultation', path: `/consultations/act/open?region=${code}`,
      label: 'Open a consultation',
    },
    {
      command: 'requestDispensation', path: `/dispensations/act/request?region=${code}`,
      label: 'Ask for a dispensation',
    },
    {
      command: 'reclassifyRollout', path: `/rollouts/act/reclassify-many?region=${code}`,
      label: 'Reclassify rollouts here',
    },
    {
      command: 'imposeSuspension', path: `/suspensions/act/impose?region=${code}`,
      label: 'Impose a suspension here',
    },
  ]
  return [
    ...(isTheirs(region, viewer) ? here : []),
    { command: 'recordRegion', path: 'record', label: 'Edit the region' },
  ]
}
