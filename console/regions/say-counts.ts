import { sayCount } from '../shared/when.js'

interface Of {
  readonly permitted: number
  readonly refused: number
}

/** "82 may upload, 1,174 may not": "No open practice", where there is none. */
export const sayCounts = ({ permitted, refused }: Of): string =>
  permitted + refused === 0
    ? 'No open practice'
    : `${sayCount(permitted)} may upload, ${sayCount(refused)} may not`
