/** Random draws that are the same in every run. */
export interface Random {
  /** From 0 up to, and not with, 1. */
  share(): number
  below(count: number): number
  of<T>(among: readonly T[]): T
  /** True so many times in a hundred. */
  percent(times: number): boolean
}

/** Mulberry32: small, fast, and even enough to pick practices by. */
export const randomFrom = (seed: number): Random => {
  let state = seed
  const share = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (count: number): number => Math.floor(share() * count)
  return {
    share,
    below,
    of: (among) => among[below(among.length)]!,
    percent: (times) => share() * 100 < times,
  }
}
