import { ask } from '../graphql/ask.js'
import { graphql, type ResultOf } from '../graphql/tada.js'

const VIEWER = graphql(`
  query Viewer {
    viewer { subject organisation roles region supplier commands }
  }
`)

/** Who asks, and what they may do, in the API's words. */
export type Viewer = NonNullable<ResultOf<typeof VIEWER>['viewer']>
export type CommandName = Viewer['commands'][number]

let known: Promise<Viewer | null> | undefined

/** Who is signed in, to the API; asked once. */
export const viewer = (): Promise<Viewer | null> => {
  known ??= ask(VIEWER, {}).then(({ viewer }) => viewer)
  known.catch(forgetViewer)
  return known
}

export const forgetViewer = (): void => {
  known = undefined
}
