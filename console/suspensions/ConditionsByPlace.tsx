import { useState } from 'react'
import { Button } from '@mui/material'
import { graphql } from '../graphql/tada.js'
import { useAsk } from '../graphql/use-ask.js'
import { useAsAt } from '../shared/as-at.js'
import type { Condition } from '../shared/condition.js'
import { Link } from '../shared/Link.js'
import { Table, type Column } from '../shared/Table.js'
import { Failed, Waiting } from '../shared/Waiting.js'
import { sayCount } from '../shared/when.js'
import { EvidenceByPractice } from './EvidenceByPractice.js'
import { useProgress, type Progress } from './use-progress.js'

const PLACES = graphql(`
  query Places($filter: RegionFilter!, $at: DateTime, $knownAt: DateTime) {
    regions(
      first: 200 filter: $filter at: $at knownAt: $knownAt orderBy: { field: NAME, direction: ASC }
    ) {
      edges { node { code name kind } }
    }
  }
`)

interface Place {
  readonly code: string
  readonly name: string
  readonly kind: string
}

const countIn = (progress: Progress | undefined, place: string): string => {
  const found = progress?.find(({ condition }) => condition.place === place)
  return found ? `${sayCount(found.met)} of ${sayCount(found.met + found.unmet)}` : 'Reading …'
}

/** A region none of whose practices the suspension takes in has nothing to tell. */
const hasPractices = (progress: Progress | undefined): boolean =>
  progress === undefined || progress.some(({ met, unmet }) => met + unmet > 0)

const Regions = ({ id, conditions, places, open }: {
  id: string
  conditions: readonly Condition[]
  places: readonly Place[]
  open: (place: Place) => void
}) => {
  const { of, error } = useProgress(id, places.map(({ code }) => code))
  const columns: readonly Column<Place>[] = [
    {
      label: 'Region',
      cell: ({ code, name }) => <Link to={`/regions/${code}`}>{`${name} (${code})`}</Link>,
    },
    ...conditions.map(({ place }): Column<Place> => ({
      label: `${place} met by`, cell: ({ code }) => countIn(of.get(code), place), number: true,
    })),
    {
      label: 'Within it',
      cell: (place) => (
        <Button variant="outlined" onClick={() => open(place)}>
          {place.kind === 'SHA' ? 'PCTs' : 'Practices'}
          <span className="visually-hidden">{` of ${place.name}`}</span>
        </Button>
      ),
    },
  ]
  if (error) return <Failed error={error} />
  return (
    <Table
      caption={`Conditions of ${id}, region by region: how many practices meet each, of how many`}
      columns={columns}
      rows={places.filter(({ code }) => hasPractices(of.get(code)))}
      keyOf={({ code }) => code}
      none="No practice here is in its scope."
    />
  )
}

/** The way to where one looks, each part of it a button back. */
const Way = ({ way, go }: { way: readonly Place[]; go: (way: readonly Place[]) => void }) => (
  <ol className="crumbs no-print" aria-label="Where the conditions are looked at">
    <li>
      {way.length > 0 ? (
        <Button variant="text" onClick={() => go([])}>All regions</Button>
      ) : (
        'All regions'
      )}
    </li>
    {way.map((place, depth) => (
      <li key={place.code}>
        {depth < way.length - 1 ? (
          <Button variant="text" onClick={() => go(way.slice(0, depth + 1))}>{place.name}</Button>
        ) : (
          place.name
        )}
      </li>
    ))}
  </ol>
)

/** The conditions of a suspension by SHA, by PCT within one, and by practice, with the evidence. */
export const ConditionsByPlace = ({ id, conditions }: {
  id: string
  conditions: readonly Condition[]
}) => {
  const { at, knownAt } = useAsAt()
  const [way, go] = useState<readonly Place[]>([])
  const here = way.at(-1)
  const filter = here ? { parent: here.code } : { kind: 'SHA' as const }
  const query = useAsk(PLACES, { filter, at, knownAt })
  return (
    <>
      <h3>Region by region</h3>
      <Way way={way} go={go} />
      {here && here.kind !== 'SHA' ? (
        <EvidenceByPractice id={id} conditions={conditions} region={here.code} />
      ) : (
        <Waiting query={query}>
          {({ regions }) => (
            <Regions
              id={id}
              conditions={conditions}
              places={regions.edges.map(({ node }) => node)}
              open={(place) => go([...way, place])}
            />
          )}
        </Waiting>
      )}
    </>
  )
}
