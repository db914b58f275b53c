import { createElement, lazy, type FunctionComponent } from 'react'
import { Badge as BreachesBadge } from './breaches/Badge.js'
import { Badge as ProposalsBadge } from './proposals/Badge.js'

/** A kind of thing with a list, a page for each, and commands. */
export interface ResourceDefinition {
  readonly name: string
  /** What many are called: "Rollouts". */
  readonly label: string
  readonly List: FunctionComponent
  readonly Page?: FunctionComponent
  /** The pages of its commands. */
  readonly Act?: FunctionComponent
  /** How many of them somebody has to know of, beside the link to the list. */
  readonly Badge?: FunctionComponent
}

export interface Group {
  readonly label: string
  readonly resources: readonly ResourceDefinition[]
}

/** A page that is loaded when it is opened. */
const opened = (load: () => Promise<FunctionComponent>): FunctionComponent => {
  const Lazy = lazy(async () => ({ default: await load() }))
  return () => createElement(Lazy)
}

/** All that the console shows, in the order of its menu. */
export const groups: readonly Group[] = [
  {
    label: 'Places',
    resources: [
      {
        name: 'regions',
        label: 'Regions',
        List: opened(async () => (await import('./regions/List.js')).List),
        Page: opened(async () => (await import('./regions/Page.js')).Page),
        Act: opened(async () => (await import('./regions/Act.js')).Act),
      },
      {
        name: 'practices',
        label: 'Practices',
        List: opened(async () => (await import('./practices/List.js')).List),
        Page: opened(async () => (await import('./practices/Page.js')).Page),
        Act: opened(async () => (await import('./practices/Act.js')).Act),
      },
      {
        name: 'organisations',
        label: 'Organisations',
        List: opened(async () => (await import('./organisations/List.js')).List),
        Page: opened(async () => (await import('./organisations/Page.js')).Page),
        Act: opened(async () => (await import('./organisations/Act.js')).Act),
      },
    ],
  },
  {
    label: 'Programme',
    resources: [
      {
        name: 'programmes',
        label: 'Programmes',
        List: opened(async () => (await import('./programmes/List.js')).List),
        Page: opened(async () => (await import('./programmes/Page.js')).Page),
        Act: opened(async () => (await import('./programmes/Act.js')).Act),
      },
      {
        name: 'purdahs',
        label: 'Purdah',
        List: opened(async () => (await import('./purdahs/List.js')).List),
        Page: opened(async () => (await import('./purdahs/Page.js')).Page),
        Act: opened(async () => (await import('./purdahs/Act.js')).Act),
      },
      {
        name: 'rollouts',
        label: 'Rollouts',
        List: opened(async () => (await import('./rollouts/List.js')).List),
        Page: opened(async () => (await import('./rollouts/Page.js')).Page),
        Act: opened(async () => (await import('./rollouts/Act.js')).Act),
      },
      {
        name: 'mailings',
        label: 'Mailings',
        List: opened(async () => (await import('./mailings/List.js')).List),
        Page: opened(async () => (await import('./mailings/Page.js')).Page),
        Act: opened(async () => (await import('./mailings/Act.js')).Act),
      },
      {
        name: 'consultations',
        label: 'Consultations',
        List: opened(async () => (await import('./consultations/List.js')).List),
        Page: opened(async () => (await import('./consultations/Page.js')).Page),
        Act: opened(async () => (await import('./consultations/Act.js')).Act),
      },
      {
        name: 'agreements',
        label: 'Agreements',
        List: opened(async () => (await import('./agreements/List.js')).List),
        Page: opened(async () => (await import('./agreements/Page.js')).Page),
        Act: opened(async () => (await import('./agreements/Act.js')).Act),
      },
    ],
  },
  {
    label: 'Promises',
    resources: [
      {
        name: 'assurances',
        label: 'Assurances',
        List: opened(async () => (await import('./assurances/List.js')).List),
        Page: opened(async () => (await import('./assurances/Page.js')).Page),
        Act: opened(async () => (await import('./assurances/Act.js')).Act),
      },
      {
        name: 'suspensions',
        label: 'Suspensions',
        List: opened(async () => (await import('./suspensions/List.js')).List),
        Page: opened(async () => (await import('./suspensions/Page.js')).Page),
        Act: opened(async () => (await import('./suspensions/Act.js')).Act),
      },
      {
        name: 'dispensations',
        label: 'Dispensations',
        List: opened(async () => (await import('./dispensations/List.js')).List),
        Page: opened(async () => (await import('./dispensations/Page.js')).Page),
        Act: opened(async () => (await import('./dispensations/Act.js')).Act),
      },
    ],
  },
  {
    label: 'To decide',
    resources: [
      {
        name: 'proposals',
        label: 'Proposals',
        List: opened(async () => (await import('./proposals/List.js')).List),
        Page: opened(async () => (await import('./proposals/Page.js')).Page),
        Act: opened(async () => (await import('./proposals/Act.js')).Act),
        Badge: ProposalsBadge,
      },
      {
        name: 'breaches',
        label: 'Breaches',
        List: opened(async () => (await import('./breaches/List.js')).List),
        Page: opened(async () => (await import('./breaches/Page.js')).Page),
        Badge: BreachesBadge,
      },
    ],
  },
  {
    label: 'Record',
    resources: [
      {
        name: 'upload-reports',
        label: 'Upload reports',
        List: opened(async () => (await import('./upload-reports/List.js')).List),
      },
      {
        name: 'refused-attempts',
        label: 'Refused attempts',
        List: opened(async () => (await import('./refused-attempts/List.js')).List),
      },
      {
        name: 'ledger',
        label: 'Ledger',
        List: opened(async () => (await import('./ledger/List.js')).List),
        Page: opened(async () => (await import('./ledger/Page.js')).Page),
      },
      {
        name: 'webhooks',
        label: 'Webhooks',
        List: opened(async () => (await import('./webhooks/List.js')).List),
        Page: opened(async () => (await import('./webhooks/Page.js')).Page),
        Act: opened(async () => (await import('./webhooks/Act.js')).Act),
      },
    ],
  },
]

export const resources: readonly ResourceDefinition[] = groups.flatMap((group) => group.resources)

export const FrontPage = opened(async () => (await import('./front/FrontPage.js')).FrontPage)

export const FindPage = opened(async () => (await import('./find/FindPage.js')).FindPage)
