import type { Action } from '../shared/action.js'
import type { Viewer } from '../providers/viewer.js'
import type { Assurance } from './source.js'

export const freshAssurance: readonly Action[] = [
  { command: 'recordAssurance', path: 'act/record', label: 'Record an assurance' },
]

/** The way to a suspension that keeps an assurance. A liaison advises, and keeps none. */
export const imposeFor = ({ id }: Assurance): readonly Action[] => [
  {
    command: 'imposeSuspension',
    path: `act/impose?assurance=${encodeURIComponent(id)}`,
    label: 'Impose a suspension that keeps it',
  },
]

const received = ({ givenTo }: Assurance, organisation: string): boolean =>
  givenTo.some((speaker) => speaker.organisation.code === organisation)

const maySupersede = (assurance: Assurance, viewer: Viewer): boolean =>
  assurance.withdrawnAt === null &&
  assurance.supersededBy === null &&
  (viewer.roles.includes('PROGRAMME_ADMIN') || received(assurance, viewer.organisation))

/** What can be done to an assurance as it stands, by who looks at it. */
export const actionsOf = (assurance: Assurance, viewer: Viewer | null): readonly Action[] => {
  if (!viewer) return []
  return [
    ...(maySupersede(assurance, viewer)
      ? ([
          { command: 'supersedeAssurance', path: 'reaffirm', label: 'It was said again' },
          { command: 'supersedeAssurance', path: 'correct', label: 'Correct it' },
        ] as const)
      : []),
    ...(assurance.withdrawnAt === null
      ? [{ command: 'withdrawAssurance', path: 'withdraw', label: 'Withdraw it' } as const]
      : []),
  ]
}
