import { Table, type Column } from '../Table.js'
import { Link } from '../Link.js'
import { sayCode } from '../say.js'
import { sayCount } from '../when.js'
import { sayBreachesBefore } from './breaches.js'
import type { Effect } from './command.js'
import { EffectMap } from './EffectMap.js'
import { sayEffect, sayTurn } from './words.js'
import { TurnedPractices } from './TurnedPractices.js'

type Count = Effect['byRegion'][number]

const COLUMNS: readonly Column<Count>[] = [
  { label: 'Region', cell: ({ region }) => <Link to={`/regions/${region.code}`}>{region.name}</Link> },
  { label: 'What turns', cell: ({ turn }) => sayTurn(turn) },
  { label: 'Activity', cell: ({ activity }) => sayCode(activity) },
  { label: 'When', cell: ({ later }) => (later ? 'Later' : 'At once') },
  { label: 'Suspension', cell: ({ suspension }) => suspension ?? 'Not applicable' },
  { label: 'Practices', cell: ({ practices }) => sayCount(practices), number: true },
]

/** The whole country stands above its parts: SHAs say where. */
const regionsTold = (effect: Effect): readonly Count[] =>
  effect.byRegion.filter(({ region }) => region.kind === 'SHA' || region.kind === 'PCT')

/** What a change would turn, or turned: in a sentence, by region, and practice by practice. */
export const EffectView = ({ effect, isFromNow = false, more }: {
  effect: Effect
  /** Whether what is so now is what it would turn: only then can a map show both. */
  isFromNow?: boolean
  /** Reads a further page of practices. */
  more?: (after: string) => Promise<Effect | null>
}) => (
  <div>
    <p>{sayEffect(effect)}</p>
    {isFromNow &&
      sayBreachesBefore(effect).map((told) => <p key={told}><strong>{told}</strong></p>)}
    {effect.weakens.length > 0 && (
      <>
        <h3>Terms that become weaker</h3>
        <ul>{effect.weakens.map((each) => <li key={each}>{each}</li>)}</ul>
      </>
    )}
    {isFromNow && <EffectMap effect={effect} />}
    {effect.byRegion.length > 0 && (
      <details open={!isFromNow}>
        <summary>Region by region, as a table</summary>
        <Table
          caption="By region"
          columns={COLUMNS}
          rows={regionsTold(effect)}
          keyOf={({ region, turn, activity, later, suspension }) =>
            [region.code, turn, activity, later, suspension].join()}
          none="No region is touched."
        />
      </details>
    )}
    {effect.practices.totalCount > 0 && <TurnedPractices effect={effect} {...(more && { more })} />}
  </div>
)

