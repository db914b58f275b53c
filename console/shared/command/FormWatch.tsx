import { useEffect } from 'react'
import { useFormContext } from 'react-hook-form'
import { Refused } from '../../graphql/failure.js'
import type { Values } from './command.js'
import { boxOf, sayRule } from './field-of.js'

interface Props {
  readonly keep: (values: Values) => void
  readonly failure: Error | null
}

/**
 * Stands in a form: tells what is typed as it is typed, and puts the server's complaints at the
 * fields they are of.
 */
export const FormWatch = ({ keep, failure }: Props) => {
  const { watch, setError } = useFormContext()
  useEffect(() => {
    const { unsubscribe } = watch((values) => keep(values))
    return unsubscribe
  }, [watch, keep])
  useEffect(() => {
    if (!(failure instanceof Refused)) return
    for (const { field, rules } of failure.complaints) {
      const name = boxOf(field)?.name
      // A complaint at a field that is not there would keep the form from being sent again.
      const message = rules.map((rule) => sayRule(field, rule)).join('; ')
      if (name) setError(name, { type: 'server', message })
    }
  }, [failure, setError])
  return null
}
