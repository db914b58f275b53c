import type { CSSProperties, ReactNode } from 'react'
import { Link } from '../Link.js'
import { SHARES, type Share } from './share.js'
import './map.css'

/** A region as a square of a map. */
export interface Tile {
  readonly code: string
  readonly name: string
  /** Its place, if it has one. */
  readonly tile: { readonly column: number; readonly row: number } | null
  readonly share: Share
  /** What stands in it under its name. */
  readonly says: ReactNode
  /** Where it leads; it is no link where that is left out. */
  readonly to?: string
}

const Square = ({ name, share, says, to }: Tile) => {
  const inside = (
    <>
      <span className="tile-name">{name}</span>
      <span className="tile-says">{says}</span>
    </>
  )
  const look = `tile share-${share}`
  return to ? <Link to={to} className={look}>{inside}</Link> : <div className={look}>{inside}</div>
}

/** Row by row as the map is read, or by name where a region has no place on it. */
const inOrder = (tiles: readonly Tile[], isMap: boolean): readonly Tile[] =>
  tiles.toSorted((a, b) =>
    isMap && a.tile && b.tile
      ? a.tile.row - b.tile.row || a.tile.column - b.tile.column
      : a.name.localeCompare(b.name))

const placeOf = ({ tile }: Tile): CSSProperties | undefined =>
  tile ? ({ '--column': tile.column + 1, '--row': tile.row + 1 } as CSSProperties) : undefined

/** Regions as squares that lie as they lie to each other; those without places by name. */
export const TileMap = ({ label, tiles }: { label: string; tiles: readonly Tile[] }) => {
  const isMap = tiles.every(({ tile }) => tile !== null)
  const columns = Math.max(1, ...tiles.map(({ tile }) => (tile?.column ?? 0) + 1))
  const kind = isMap ? (columns > 3 ? 'tiles map wide' : 'tiles map') : 'tiles'
  return (
    <div className="tiles-room">
      <ul className={kind} aria-label={label} style={{ '--columns': columns } as CSSProperties}>
        {inOrder(tiles, isMap).map((tile) => (
          <li key={tile.code} style={isMap ? placeOf(tile) : undefined}><Square {...tile} /></li>
        ))}
      </ul>
    </div>
  )
}

/** What the colours and patterns of a map mean. */
export const MapKey = ({ of, tiles }: { of: string; tiles: readonly Tile[] }) => {
  const isOnMap = (share: Share) => tiles.some((tile) => tile.share === share)
  const shares = (Object.keys(SHARES) as Share[]).filter((share) =>
    share !== 'empty' || isOnMap(share))
  return (
    <div className="map-key">
      <span id="map-key">{of}</span>
      <ul aria-labelledby="map-key">
        {shares.map((share) => (
          <li key={share}>
            <span className={`swatch share-${share}`} aria-hidden="true" />
            {SHARES[share].key}
          </li>
        ))}
      </ul>
    </div>
  )
}
