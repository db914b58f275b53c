import { useRegionNames } from './names.js'
import { sayClause, sayNamed, type Clause } from './scope.js'

/** A scope in words, a line for each clause: any of them suffices. */
export const ScopeInWords = ({ scope }: { scope: readonly Clause[] }) => {
  const nameOf = useRegionNames()
  const [only] = scope
  if (scope.length === 1 && only) return <>{sayClause(only, nameOf)}</>
  return (
    <ul className="unmarked">
      {scope.map((clause) => {
        const words = sayClause(clause, nameOf)
        return <li key={words}>{words}</li>
      })}
    </ul>
  )
}

/** Where something counts: regions or practices, or everywhere where neither is named. */
export const PlacesInWords = ({ regions, practices }: {
  regions: readonly string[] | null
  practices: readonly string[] | null
}) => {
  const nameOf = useRegionNames()
  if (practices) return <>{sayNamed(practices, 'practice')}</>
  return <>{regions ? sayNamed(regions, 'region', nameOf) : 'Everywhere'}</>
}
