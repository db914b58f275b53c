/** The middle one of some numbers. */
export const median = (numbers: readonly number[]): number => {
  const inOrder = [...numbers].sort((a, b) => a - b)
  const middle = inOrder.length >> 1
  const upper = inOrder[middle] ?? Number.NaN
  return inOrder.length % 2 === 1 ? upper : (upper + (inOrder[middle - 1] ?? Number.NaN)) / 2
}

/**
 * Takes several measurements in turn, round by round, so that whatever else the machine does
 * disturbs all of them alike; answers what each round measured.
 */
export const interleave = async <Name extends string, Measured>(
  rounds: number,
  measurements: Record<Name, () => Measured | Promise<Measured>>,
): Promise<Record<Name, Measured>[]> => {
  const measured: Record<Name, Measured>[] = []
  for (let round = 0; round < rounds; round += 1) {
    const one = {} as Record<Name, Measured>
    for (const name of Object.keys(measurements) as Name[]) one[name] = await measurements[name]()
    measured.push(one)
  }
  return measured
}

/** The milliseconds that some work takes. */
export const timed = async (work: () => unknown): Promise<number> => {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

/** Memory in use, in MB, after a collection where the process allows one. */
export const heapMb = (): number => {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed / 2 ** 20
}
