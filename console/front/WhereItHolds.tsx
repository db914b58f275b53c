import { useEffect, useRef } from 'react'
import { useAsAt } from '../shared/as-at.js'
import { Link } from '../shared/Link.js'
import { SHARES, sayMay, sayPermitted, shareOf } from '../shared/map/share.js'
import { MapKey, TileMap, type Tile } from '../shared/map/TileMap.js'
import { useWhere } from '../shared/map/use-where.js'
import { COUNTRY, type Place, type Where } from '../shared/map/where.js'
import { sayLookedAt } from '../shared/moment-text.js'
import { Waiting } from '../shared/Waiting.js'
import { PROGRAMME, useChosen, type Chosen } from './chosen.js'

const tileOf = ({ activity, withChosen }: Chosen) =>
  ({ code, name, kind, tile, rulingCounts }: Place): Tile => {
    const share = shareOf(rulingCounts)
    return {
      code,
      name,
      tile,
      share,
      to: kind === 'SHA' ? withChosen({ sha: code }) : `/regions/${code}`,
      says: (
        <>
          {sayPermitted(rulingCounts)}
          <span className="visually-hidden">
            {` practices ${sayMay(activity)}: ${SHARES[share].word}`}
          </span>
        </>
      ),
    }
  }

const Headline = ({ region, activity }: { region: Where['region'] } & Chosen) => {
  const { at, knownAt, isNow } = useAsAt()
  if (!region) return null
  const where = region.code === COUNTRY ? '' : ` of ${region.name}`
  const when = isNow ? '' : `: ${sayLookedAt({ at, knownAt })}`
  return (
    <p className="headline" role="status">
      {`${sayPermitted(region.rulingCounts)} practices${where} ${sayMay(activity)}${when}`}
    </p>
  )
}

/** The map's heading has the focus when another map was gone to. */
const Heading = ({ code, title }: { code: string; title: string }) => {
  const heading = useRef<HTMLHeadingElement>(null)
  const first = useRef(code)
  useEffect(() => {
    if (code !== first.current) heading.current?.focus()
    first.current = code
  }, [code])
  return <h2 ref={heading} id="where" tabIndex={-1}>{title}</h2>
}

const Map = ({ region, regions, chosen }: Where & { chosen: Chosen }) => {
  if (!region) return <p>There is no such region.</p>
  const isCountry = region.code === COUNTRY
  const tiles = regions.edges.map(({ node }) => tileOf(chosen)(node))
  const title = `${region.name} by ${isCountry ? 'SHA' : 'PCT'}`
  return (
    <>
      <Heading code={region.code} title={title} />
      <Headline region={region} {...chosen} />
      {!isCountry && (
        <p className="row">
          <Link to={chosen.withChosen({ sha: null })}>Back to the whole country</Link>
          <Link to={`/regions/${region.code}`}>{`More about ${region.name}`}</Link>
        </p>
      )}
      {tiles.length === 0 && <p>No region lies below it then.</p>}
      <TileMap label={title} tiles={tiles} />
      <MapKey of={`Practices that ${sayMay(chosen.activity)}:`} tiles={tiles} />
    </>
  )
}

/** How many practices are permitted, SHA by SHA, or PCT by PCT within one. */
export const WhereItHolds = () => {
  const { at, knownAt } = useAsAt()
  const chosen = useChosen()
  const region = chosen.sha ?? COUNTRY
  const { activity } = chosen
  const query = useWhere({ region, activity, programme: PROGRAMME, at, knownAt })
  return (
    <section className="card" aria-labelledby="where">
      <div className={query.isPlaceholderData ? 'stale' : undefined}>
        <Waiting query={query}>{(where) => <Map {...where} chosen={chosen} />}</Waiting>
      </div>
    </section>
  )
}
