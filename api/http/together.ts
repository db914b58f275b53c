/** So many go on at once: more would keep more unfinished answers in memory, and gain little. */
const TOGETHER_MAX = 64
/** What is larger is worked on for so long that it gains nothing by company. */
const SMALL_BYTES = 16_384

const NOW = Promise.resolve()
const waiting: (() => void)[] = []

const goOn = (): void => {
  const going = waiting.splice(0, TOGETHER_MAX)
  if (waiting.length > 0) setImmediate(goOn)
  for (const go of going) go()
}

/**
 * Waits for the end of the event loop’s turn, to go on together with whatever else has come as far:
 * each step is then taken for all of them in a row, while the processor has its code at hand, which
 * doubles how many are answered. One that is alone waits for nobody, one of many bytes not at all.
 */
export const together = (bytes: number): Promise<void> =>
  bytes > SMALL_BYTES
    ? NOW
    : new Promise((resolve) => {
        if (waiting.push(resolve) === 1) setImmediate(goOn)
      })
