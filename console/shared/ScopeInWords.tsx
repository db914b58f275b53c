import { useRegionNames } from './names.js'
import { sayClause, type Clause } from './scope.js'

/** A scope in words, a line for each clause: any of them suffices. */
export const ScopeInWords = ({ scope }: { scope: readonly Clause[] }) => {
  const nameOf = useRegionNames()
  const [only] = scope
  if (scope.length === 1 && only) return <>{sayClause(only, nameOf)}</>
  return (
    <ul className="plain">
      {scope.map((clause) => {
        const words = sayClause(clause, nameOf)
        return <li key={words}>{words}</li>
      })}
    </ul>
  )
}
