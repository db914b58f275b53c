import { openRegister } from './changes/open-register.command.js'
import { changesFor, type ChangeMaker } from './changes/make-change.js'
import type { Actor } from './kernel/actor.js'
import { toMoment } from './kernel/moment.js'
import { recordReferenceBodies } from './regions/record-reference-bodies.command.js'

/** What a register is opened with: by whom, on what, and when. */
export type Opening = ChangeMaker & { readonly actor: Actor }

/** Opens a real register, unless it is open: its first entry, and the reference bodies. */
export const openReal = async ({ actor, ...maker }: Opening): Promise<void> => {
  const makeChange = changesFor(maker, actor)
  const { follower } = maker
  const reason = 'The first start of this register.'
  if (follower.current.head.sequence === 0) {
    const firstStartedAt = toMoment(Date.now())
    const real = { demonstration: false, firstStartedAt, clockBeganAt: null }
    await makeChange(openRegister, { ...real, reason })
  }
  if (follower.current.count('region') === 0) await makeChange(recordReferenceBodies, { reason })
}
