/** What time it is, for everything Holdfast governs. Tokens alone are checked against real time. */
export interface Clock {
  nowMs(): number
}

export const realClock: Clock = { nowMs: () => Date.now() }

/** Nine in the morning in London on 22 April 2010, when the demonstration begins. */
export const DEMONSTRATION_BEGINS_MS = Date.parse('2010-04-22T08:00:00.000Z')

/** The demonstration's clock: its beginning, plus the real time since its first start. */
export const demonstrationClock = (firstStartedMs: number): Clock => ({
  nowMs: () => DEMONSTRATION_BEGINS_MS + (Date.now() - firstStartedMs),
})
