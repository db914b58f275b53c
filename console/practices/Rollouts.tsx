import { useAsAt } from '../shared/as-at.js'
import { Section } from '../shared/Section.js'
import { useAll } from '../shared/use-all.js'
import { Waiting } from '../shared/Waiting.js'
import { ROLLOUTS_IN, RolloutTable, type RolloutIn } from '../regions/RolloutTable.js'
import type { Practice } from './source.js'

/** What names practices is theirs alone; what names none is everybody's. */
const names = (codes: readonly string[] | null, id: string): boolean =>
  codes === null || codes.includes(id)

const pathOf = (region: { code: string; ancestors: readonly { code: string }[] } | null) =>
  region ? [region, ...region.ancestors].map(({ code }) => code) : []

const RolloutsRead = ({ id, path }: { id: string; path: readonly string[] }) => {
  const { at, knownAt } = useAsAt()
  const query = useAll(ROLLOUTS_IN, { filter: { region: path.at(-1) }, at, knownAt })
  const covers = ({ region, practiceCodes }: RolloutIn) =>
    path.includes(region.code) && names(practiceCodes, id)
  return (
    <Waiting query={query}>
      {(rollouts) => (
        <RolloutTable rollouts={rollouts.filter(covers)} none="No rollout covers it." />
      )}
    </Waiting>
  )
}

/** The rollouts of its regions, and of these, those that do not leave it out. */
export const Rollouts = ({ id, regionAt }: Practice) => (
  <Section title="Rollouts that cover it">
    {regionAt ? (
      <RolloutsRead id={id} path={pathOf(regionAt)} />
    ) : (
      <p>It belongs to no region then, and so no rollout covers it.</p>
    )}
  </Section>
)
