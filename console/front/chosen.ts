import { useSearchParams } from 'react-router'
import { ACTIVITIES } from '../shared/say.js'

/** The programme whose map the front page is. */
export const PROGRAMME = 'SCR'

type Activity = keyof typeof ACTIVITIES

/** What is chosen on the front page; it stands in the address. */
export interface Chosen {
  readonly activity: Activity
  /** Code of the SHA that is opened; null for the whole country. */
  readonly sha: string | null
  /** The address of the front page with something else chosen. */
  readonly withChosen: (other: { sha?: string | null; activity?: string }) => string
}

const isActivity = (text: string | null): text is Activity => text !== null && text in ACTIVITIES

export const useChosen = (): Chosen => {
  const [search] = useSearchParams()
  const told = search.get('activity')
  return {
    activity: isActivity(told) ? told : 'UPLOAD',
    sha: search.get('sha'),
    withChosen: (other) => {
      const next = new URLSearchParams(search)
      for (const [name, value] of Object.entries(other)) {
        if (value) next.set(name, value)
        else next.delete(name)
      }
      return `/?${next}`
    },
  }
}
