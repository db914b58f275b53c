import { useAsAt } from '../shared/as-at.js'
import { Actions, useViewer } from '../shared/Actions.js'
import { FromPartners } from '../shared/FromPartners.js'
import { Link } from '../shared/Link.js'
import { listAt } from '../shared/list/list-at.js'
import { History } from '../shared/record/History.js'
import { RecordPage } from '../shared/record/RecordPage.js'
import { REGION_KINDS } from '../shared/say.js'
import { Section } from '../shared/Section.js'
import { SummaryList } from '../shared/SummaryList.js'
import { sayTerm } from '../shared/terms.js'
import { useAll } from '../shared/use-all.js'
import { Waiting } from '../shared/Waiting.js'
import { sayCount } from '../shared/when.js'
import { actionsOf } from './actions.js'
import { aroundOf, topOf, useWithin, type Around } from './around.js'
import { Agreements, Consultations, Dispensations } from './Asked.js'
import { Below } from './Below.js'
import { ROLLOUTS_IN, RolloutTable, type RolloutIn } from './RolloutTable.js'
import { sayCounts } from './say-counts.js'
import { REGION, type Region } from './source.js'
import { Suspensions } from './Suspensions.js'

const Facts = ({ id, kind, parents, rulingCounts: { permitted, refused } }: Region) => (
  <Section title="At a glance">
    <SummaryList
      rows={[
        ['Practices that may upload', sayCount(permitted)],
        ['Practices that may not', sayCount(refused)],
        [
          'Practices',
          <Link to={listAt('practices', { region: id, open: true })}>
            {`List its ${sayCount(permitted + refused)} open practices`}
          </Link>,
        ],
        ['Kind', REGION_KINDS[kind]],
        [
          'Lies in',
          parents.length === 0
            ? 'No region: it is the top of the tree'
            : parents.map((term) => (
                <div key={`${term.region.code} ${term.from}`}>
                  <Link to={`/regions/${term.region.code}`}>{term.region.name}</Link>{' '}
                  <span className="quiet">{sayTerm(term)}</span>
                </div>
              )),
        ],
      ]}
    />
  </Section>
)

const Touching = ({ region, around }: { region: Region; around: Around }) => {
  const { at, knownAt } = useAsAt()
  const top = topOf(region)
  const query = useAll(ROLLOUTS_IN, { filter: { region: top }, at, knownAt })
  const isHere = (rollout: RolloutIn) => around.has(rollout.region.code)
  return (
    <>
      <Section title="Suspensions in force that touch it">
        <Waiting query={query}>
          {(all) => (
            <Suspensions region={region.id} around={around} rollouts={all.filter(isHere)} />
          )}
        </Waiting>
      </Section>
      <Section title="Rollouts">
        <Waiting query={query}>
          {(all) => (
            <RolloutTable rollouts={all.filter(isHere)} none="No rollout covers practices here." />
          )}
        </Waiting>
      </Section>
      <Section title="Consultations"><Consultations top={top} around={around} /></Section>
      <Section title="Dispensations asked for">
        <Dispensations region={region.id} around={around} />
      </Section>
    </>
  )
}

/** What touches it is of the region itself, of those it lies in, and of those in it. */
const WhatTouches = (region: Region) => {
  const query = useWithin(region.id)
  return (
    <Waiting query={query}>
      {(within) => <Touching region={region} around={aroundOf(region, within)} />}
    </Waiting>
  )
}

const Commands = (region: Region) => {
  const viewer = useViewer()
  const at = `/regions/${encodeURIComponent(region.id)}`
  return viewer && <Actions at={at} actions={actionsOf(region, viewer)} />
}

const crumbsOf = ({ ancestors }: Region) =>
  ancestors.toReversed().map(({ code, name }) => ({ to: `/regions/${code}`, text: name }))

export const Page = () => (
  <RecordPage
    resource="regions"
    label="Regions"
    document={REGION}
    titleOf={({ name }: Region) => name}
    tagsOf={(region) => (
      <span>{`${REGION_KINDS[region.kind]} ${region.id}, ${sayCounts(region.rulingCounts)}`}</span>
    )}
    crumbsOf={crumbsOf}
  >
    {(region) => (
      <>
        <Commands {...region} />
        <Facts {...region} />
        <Below {...region} />
        <WhatTouches {...region} />
        <Agreements {...region} />
        <FromPartners type="Region" code={region.id} />
        <History of={region.id} table="region" />
      </>
    )}
  </RecordPage>
)
