import { sayCount } from '../when.js'
import type { Counts } from './where.js'

/** How much of a region is permitted. Each has a colour and a pattern of its own. */
export type Share = 'none' | 'few' | 'most' | 'all' | 'empty'

/** What the key says of each, with the words of a tile's name. */
export const SHARES: Readonly<Record<Share, { key: string; word: string }>> = {
  none: { key: 'None', word: 'none of them' },
  few: { key: 'Fewer than half', word: 'fewer than half' },
  most: { key: 'Half or more', word: 'half or more' },
  all: { key: 'All', word: 'all of them' },
  empty: { key: 'No open practice', word: 'no open practice' },
}

export const shareOf = ({ permitted, refused }: Counts): Share => {
  if (permitted + refused === 0) return 'empty'
  if (permitted === 0) return 'none'
  if (refused === 0) return 'all'
  return permitted < refused ? 'few' : 'most'
}

/** "82 of 1,233". */
export const sayPermitted = ({ permitted, refused }: Counts): string =>
  `${sayCount(permitted)} of ${sayCount(permitted + refused)}`

const MAY = {
  UPLOAD: 'may upload',
  VIEW: 'may view records',
  INFORM: 'may mail patients',
  START: 'may be in a rollout that starts',
} as const

/** What practices that are permitted may do: "may upload". */
export const sayMay = (activity: keyof typeof MAY): string => MAY[activity]
