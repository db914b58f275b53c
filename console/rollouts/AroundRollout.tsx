import { useCanAccess } from 'react-admin'
import { MAILINGS_IN, MailingTable } from '../mailings/MailingTable.js'
import { aroundOf, topOf, useWithin, type Around } from '../regions/around.js'
import { ROLLOUTS_IN, RolloutTable, type RolloutIn } from '../regions/RolloutTable.js'
import { Suspensions } from '../regions/Suspensions.js'
import { useAsAt } from '../shared/as-at.js'
import { Section } from '../shared/Section.js'
import { useAll } from '../shared/use-all.js'
import { Waiting } from '../shared/Waiting.js'
import type { Rollout } from './source.js'

interface There {
  readonly rollout: Rollout
  readonly around: Around
}

const MailingsThere = ({ rollout: { region, programme }, around }: There) => {
  const { at, knownAt } = useAsAt()
  const query = useAll(MAILINGS_IN, {
    filter: { region: topOf(region), programme: programme.code, voided: false },
    at,
    knownAt,
  })
  return (
    <Waiting query={query}>
      {(all) => (
        <MailingTable
          mailings={all.filter((each) => around.has(each.region.code))}
          none="No mailing to patients there is recorded: uploading waits for one."
        />
      )}
    </Waiting>
  )
}

const Mailings = (there: There) => {
  const { canAccess } = useCanAccess({ resource: 'mailings', action: 'list' })
  if (canAccess === undefined) return null
  return (
    <Section title="Mailings to patients there">
      {canAccess ? <MailingsThere {...there} /> : <p>Mailings are not for you to read.</p>}
    </Section>
  )
}

/** The rollouts of the same programme that may cover the same practices. */
const Others = ({ rollout, around }: There) => {
  const { at, knownAt } = useAsAt()
  const query = useAll(ROLLOUTS_IN, {
    filter: { region: topOf(rollout.region), programme: rollout.programme.code }, at, knownAt,
  })
  const isThere = ({ id, region }: RolloutIn) => id !== rollout.id && around.has(region.code)
  return (
    <>
      <p>
        The nearest governs: a rollout that names the practice, then one of its PCT, of its SHA, of
        the country. Where several are as near, all of them have to permit.
      </p>
      <Waiting query={query}>
        {(all) => (
          <RolloutTable
            rollouts={all.filter(isThere)}
            none="No other rollout covers practices there."
          />
        )}
      </Waiting>
    </>
  )
}

/** What touches a rollout of its region, of those that lies in, and of those in it. */
const Touching = (there: There) => {
  const { rollout, around } = there
  const { id, classificationThen, state, startedAt, practiceCodes, region } = rollout
  const own = { id, classificationThen, state, startedAt, practiceCodes, region }
  return (
    <>
      <Section title="Suspensions in force that touch it">
        {state === 'ENDED'
          ? <p>It has ended: nothing is left of it to suspend.</p>
          : <Suspensions region={region.code} around={around} rollouts={[own]} />}
      </Section>
      <Section title="Other rollouts there, and which governs"><Others {...there} /></Section>
      <Mailings {...there} />
    </>
  )
}

export const AroundRollout = (rollout: Rollout) => {
  const query = useWithin(rollout.region.code)
  return (
    <Waiting query={query}>
      {(within) => <Touching rollout={rollout} around={aroundOf(rollout.region, within)} />}
    </Waiting>
  )
}
