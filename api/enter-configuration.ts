import { hash } from 'node:crypto'
import { recordConfiguration } from './changes/record-configuration.command.js'
import { changesFor, type ChangeMaker } from './changes/make-change.js'
import { NO_TRUST, type Trust } from './configured-issuers.js'
import type { Actor } from './kernel/actor.js'
import { canonical } from './ledger/entry-hash.js'

/** SHA-256 of all that a configuration says of whose tokens count; it holds no secrets. */
const hashOf = (trust: Trust): string => hash('sha256', canonical(trust))

/**
 * Enters the configuration in the ledger, where it is not the one that was entered last. A register
 * begins without one: nobody's tokens count.
 */
export const enterConfiguration = async (
  maker: ChangeMaker,
  actor: Actor,
  trust: Trust,
): Promise<void> => {
  const known = maker.follower.current.get('configuration', 'HOLDFAST')
  const now = hashOf(trust)
  if (now === (known?.hash ?? hashOf(NO_TRUST))) return
  await changesFor(maker, actor)(recordConfiguration, {
    hash: now,
    issuers: trust.issuers.map(({ issuer }) => issuer),
    systems: trust.systems.map(({ client }) => client),
    reason: 'Whose tokens count was configured otherwise at this start.',
  })
}
