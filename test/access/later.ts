import { jest } from '@jest/globals'

const GOES_ON = [
  'hrtime', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate', 'clearImmediate',
  'setInterval', 'clearInterval', 'setTimeout', 'clearTimeout',
] as const

/** Moves this process's clock on; what waits does not wait longer. */
export const later = (ms: number): void => {
  jest.useFakeTimers({ now: Date.now() + ms, doNotFake: [...GOES_ON] })
}
