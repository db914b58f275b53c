import { ENTRIES_A_READ } from './fold.js'
import type { Register } from './register.js'

const KEPT_MAX = 64

/**
 * Registers of the past, one every so many entries, so that no question about the past folds the
 * ledger from its beginning. They are few, however long the ledger: when there are too many, every
 * other one goes.
 */
export class KeptRegisters {
  private entriesApart = ENTRIES_A_READ
  private kept = new Map<number, Register>()

  /** Keeps a copy of a register, if it is the first in its stretch of the ledger. */
  add(register: Register): void {
    const stretch = Math.floor(register.head.sequence / this.entriesApart)
    if (stretch === 0 || this.kept.has(stretch)) return
    // A fork of its own: what is derived from the register, and hangs on it, is not kept.
    this.kept.set(stretch, register.fork())
    if (this.kept.size > KEPT_MAX) this.thinOut()
  }

  /** All of them, in no particular order. */
  all(): Iterable<Register> {
    return this.kept.values()
  }

  private thinOut(): void {
    const thick = this.kept
    this.entriesApart *= 2
    this.kept = new Map()
    for (const register of thick.values()) this.add(register)
  }
}
