/** What time it is, for everything Holdfast governs. Tokens alone are checked against real time. */
export interface Clock {
  nowMs(): number
}

export const realClock: Clock = { nowMs: () => Date.now() }

/** Nine in the morning in London on 22 April 2010: where a demonstration's clock usually begins. */
export const DEMONSTRATION_BEGINS_MS = Date.parse('2010-04-22T08:00:00.000Z')

/** The demonstration's clock: where it began, plus the real time since its first start. */
export const demonstrationClock = (beganMs: number, firstStartedMs: number): Clock => ({
  nowMs: () => beganMs + (Date.now() - firstStartedMs),
})
