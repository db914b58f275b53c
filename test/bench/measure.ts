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

/** Milliseconds of a core that this process has used so far. */
export const coreMs = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** What some work takes: by the clock, and of a core, which other processes disturb less. */
export interface Taken {
  readonly ms: number
  readonly coreMs: number
}

export const taken = async (work: () => unknown): Promise<Taken> => {
  const begun = { ms: performance.now(), coreMs: coreMs() }
  await work()
  return { ms: performance.now() - begun.ms, coreMs: coreMs() - begun.coreMs }
}

/** Memory in use, in MB, after a collection where the process allows one. */
export const heapMb = (): number => {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed / 2 ** 20
}
