import { useState } from 'react'
import { TextField } from '@mui/material'
import { useAsk } from '../../graphql/use-ask.js'
import { shareOf, sayMay, sayPermitted } from '../map/share.js'
import { MapKey, TileMap, type Tile } from '../map/TileMap.js'
import { COUNTRY, WHERE, type Counts, type Place } from '../map/where.js'
import { ACTIVITIES } from '../say.js'
import { Waiting } from '../Waiting.js'
import { sayCount } from '../when.js'
import type { Effect } from './command.js'

type Count = Effect['byRegion'][number]
type Activity = Count['activity']

/** How many practices of a region turn in one way, at once or later. */
const sumOf = (counts: readonly Count[], turn: Count['turn'], later: boolean): number =>
  counts
    .filter((each) => each.turn === turn && each.later === later)
    .reduce((sum, { practices }) => sum + practices, 0)

/** How many let go of, by each suspension: of one practice several may. */
const sayLetGo = (counts: readonly Count[]): string[] =>
  counts
    .filter(({ turn }) => turn === 'NO_LONGER_HELD')
    .map(({ suspension, practices, later }) =>
      `${sayCount(practices)} no longer held by ${suspension}${later ? ', later' : ''}`)

const sayLater = (counts: readonly Count[]): string[] =>
  ([['PERMITTED', 'permitted'], ['REFUSED', 'refused']] as const)
    .map(([turn, word]) => [sumOf(counts, turn, true), word] as const)
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${sayCount(count)} ${word} later`)

const after = ({ permitted, refused }: Counts, counts: readonly Count[]): Counts => {
  const gained = sumOf(counts, 'PERMITTED', false) - sumOf(counts, 'REFUSED', false)
  return { permitted: permitted + gained, refused: refused - gained }
}

const says = (before: Counts, then: Counts, counts: readonly Count[]) => {
  const more = [...sayLater(counts), ...sayLetGo(counts)]
  const isSame = before.permitted === then.permitted
  return (
    <>
      {isSame ? sayPermitted(then) : (
        <>
          {sayCount(before.permitted)}
          <span aria-hidden="true"> → </span>
          <span className="visually-hidden"> before, and then </span>
          <strong>{sayPermitted(then)}</strong>
        </>
      )}
      {isSame && more.length === 0 && <span className="tile-more">As before</span>}
      {more.map((each) => <span key={each} className="tile-more">{each}</span>)}
    </>
  )
}

const tileOf = (counts: readonly Count[]) => ({ code, name, tile, rulingCounts }: Place): Tile => {
  const here = counts.filter(({ region }) => region.code === code)
  const then = after(rulingCounts, here)
  return { code, name, tile, share: shareOf(then), says: says(rulingCounts, then, here) }
}

/** Whether an effect is of one programme, as far as it was read; a map can show no more. */
const programmeOf = ({ practices }: Effect): string | null => {
  const programmes = new Set(practices.edges.map(({ node }) => node.programme))
  return programmes.size === 1 ? [...programmes].join() : null
}

/** The one SHA that the effect lies in, or else the country. */
const regionOf = ({ byRegion }: Effect): string => {
  const shas = new Set(
    byRegion.filter(({ region }) => region.kind === 'SHA').map(({ region }) => region.code),
  )
  return shas.size === 1 ? [...shas].join() : COUNTRY
}

const Map = ({ effect, programme, activity }: {
  effect: Effect
  programme: string
  activity: Activity
}) => {
  const query = useAsk(
    WHERE, { region: regionOf(effect), activity, programme }, { keep: true },
  )
  const counts = effect.byRegion.filter((each) => each.activity === activity)
  return (
    <Waiting query={query}>
      {({ region, regions }) => {
        const tiles = regions.edges.map(({ node }) => tileOf(counts)(node))
        return (
          <>
            <TileMap label={`${region?.name ?? ''}, before and then`} tiles={tiles} />
            <MapKey of={`Practices that then ${sayMay(activity)}:`} tiles={tiles} />
          </>
        )
      }}
    </Waiting>
  )
}

/** What an effect turns now and later, region by region on the map, beside what is so now. */
export const EffectMap = ({ effect }: { effect: Effect }) => {
  const touched = [...new Set(effect.byRegion.map(({ activity }) => activity))]
  const [chosen, choose] = useState<Activity | null>(null)
  const activity = chosen ?? (touched.includes('UPLOAD') ? 'UPLOAD' : touched[0])
  const programme = programmeOf(effect)
  if (!activity || !programme) return null
  return (
    <div className="effect-map">
      <h3>On the map</h3>
      {touched.length > 1 && (
        <TextField
          select label="Activity" value={activity} margin="dense"
          slotProps={{ select: { native: true } }}
          onChange={({ target }) => choose(target.value as Activity)}
        >
          {touched.map((each) => <option key={each} value={each}>{ACTIVITIES[each]}</option>)}
        </TextField>
      )}
      <Map effect={effect} programme={programme} activity={activity} />
    </div>
  )
}
