import { useEffect } from 'react'
import { useFormContext } from 'react-hook-form'
import { Refused } from '../../graphql/failure.js'
import type { Values } from './command.js'

interface Props {
  readonly keep: (values: Values) => void
  readonly changed: () => void
  readonly failure: Error | null
}

/**
 * Stands in a form: keeps what is typed as it is typed, for a preview of something else is void;
 * and puts the server's complaints at the fields they are of.
 */
export const FormWatch = ({ keep, changed, failure }: Props) => {
  const { watch, setError } = useFormContext()
  useEffect(() => {
    const { unsubscribe } = watch((values) => {
      keep(values)
      changed()
    })
    return unsubscribe
  }, [watch, keep, changed])
  useEffect(() => {
    if (!(failure instanceof Refused)) return
    for (const { field, rules } of failure.complaints) {
      setError(field, { type: 'server', message: rules.join('; ') })
    }
  }, [failure, setError])
  return null
}
