import { sayHowMany } from '../shared/when.js'

const UNITS = [
  [86_400, 'day'],
  [3_600, 'hour'],
  [60, 'minute'],
] as const

/** Seconds in the largest unit that they fill without a rest: "1 hour", "90 seconds". */
export const sayDuration = (seconds: number): string => {
  const [size, unit] = UNITS.find(([each]) => seconds % each === 0) ?? [1, 'second']
  return sayHowMany(seconds / size, unit)
}
