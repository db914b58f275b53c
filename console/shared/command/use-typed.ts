import { useCallback, useRef, useState } from 'react'
import { useLocation } from 'react-router'
import type { Command, Values } from './command.js'
import { useDraft } from './use-draft.js'
import { usePresets } from './use-presets.js'

/** How often a thing was written; what is new or has no versions was not. */
const versionOf = (row: unknown): number | undefined =>
  (row as { version?: number } | null)?.version

/** What was typed, without what was not: an empty box is nothing, however a form writes that. */
const textOf = (values: Values): string =>
  JSON.stringify(values, (_, value: unknown) => (value === '' ? undefined : (value ?? undefined)))

/** What stands in a command's form, and of which version of the thing; kept over a reload. */
export const useTyped = <Row>(command: Command<Row>, first: Row) => {
  const presets = usePresets()
  const draft = useDraft<Row>(`${useLocation().pathname} ${JSON.stringify(presets)}`)
  const { kept, keep, drop } = draft
  const beginsOf = (row: Row): Values => command.begins?.(row, presets) ?? {}
  const [row, setRow] = useState(kept ? kept.row : first)
  // A form begins anew, under a new key, where what it began with was taken from under it.
  const [form, setForm] = useState(() => ({ key: 0, values: kept?.values ?? beginsOf(first) }))
  const [values, setValues] = useState<Values>(form.values)
  const [isRestored, setRestored] = useState(kept !== null)

  const last = useRef(values)
  /** Takes what is in the form; says whether that is news, for a form also tells as it is made. */
  const type = useCallback((now: Values): boolean => {
    if (textOf(now) === textOf(last.current)) return false
    last.current = now
    setValues(now)
    keep({ values: now, row })
    return true
  }, [keep, row])
  const begin = (of: Row, now: Values): void => {
    setRow(of)
    setForm(({ key }) => ({ key: key + 1, values: now }))
    setValues(now)
    last.current = now
    setRestored(false)
    keep({ values: now, row: of })
  }
  const beginAnew = (of: Row): void => {
    begin(of, beginsOf(of))
    drop()
  }
  return {
    row, form, values, isRestored, beginsOf, type, begin, beginAnew, drop,
    /** The name of a change that may have arrived before a reload. */
    requestId: kept?.requestId ?? null,
    keepRequest: (requestId: string | null) => keep({ values, row, requestId }),
    /** The thing as it is now, where the kept form was begun on an earlier version. */
    newer: kept && versionOf(kept.row) !== versionOf(first) ? first : null,
  }
}

export type Typed<Row> = ReturnType<typeof useTyped<Row>>
