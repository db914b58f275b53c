import { createElement, lazy, type FunctionComponent } from 'react'

/** A kind of thing with a list, a page for each, and commands. */
export interface ResourceDefinition {
  readonly name: string
  /** What many are called: "Rollouts". */
  readonly label: string
  readonly List: FunctionComponent
  readonly Page?: FunctionComponent
  /** The pages of its commands. */
  readonly Act?: FunctionComponent
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
        name: 'practices',
        label: 'Practices',
        List: opened(async () => (await import('./practices/List.js')).List),
        Page: opened(async () => (await import('./practices/Page.js')).Page),
        Act: opened(async () => (await import('./practices/Act.js')).Act),
      },
    ],
  },
  {
    label: 'Programme',
    resources: [
      {
        name: 'rollouts',
        label: 'Rollouts',
        List: opened(async () => (await import('./rollouts/List.js')).List),
        Page: opened(async () => (await import('./rollouts/Page.js')).Page),
        Act: opened(async () => (await import('./rollouts/Act.js')).Act),
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
]

export const resources: readonly ResourceDefinition[] = groups.flatMap((group) => group.resources)

export const FrontPage = opened(async () => (await import('./front/FrontPage.js')).FrontPage)
