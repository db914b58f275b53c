import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useFormContext } from 'react-hook-form'

const isSaid = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : Boolean(value)

/**
 * Fields that are seldom needed, behind a line that says what they are. It begins open where one
 * of them says something, and opens where something is wrong with one.
 */
export const Fold = ({ summary, sources, children }: {
  summary: string
  /** The fields whose values or complaints open it. */
  sources: readonly string[]
  children: ReactNode
}) => {
  const { formState, getValues, getFieldState } = useFormContext()
  const box = useRef<HTMLDetailsElement>(null)
  // Settled once: what is emptied while somebody types there does not close it upon them.
  const [beginsOpen] = useState(() => sources.some((source) => isSaid(getValues(source))))
  const isWrong = sources.some((source) => getFieldState(source, formState).invalid)
  useEffect(() => {
    if (isWrong && box.current) box.current.open = true
  }, [isWrong])
  return (
    <details ref={box} className="fold" open={beginsOpen ? true : undefined}>
      <summary>{summary}</summary>
      {children}
    </details>
  )
}
