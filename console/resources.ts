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
        label: 'Pre-election periods',
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
    ],
  },
]

export const resources: readonly ResourceDefinition[] = groups.flatMap((group) => group.resources)

export const FrontPage = opened(async () => (await import('./front/FrontPage.js')).FrontPage)

export const FindPage = opened(async () => (await import('./find/FindPage.js')).FindPage)
