import { useEffect, useState, type FormEvent } from 'react'
import { Button } from '@mui/material'
import type { Moments } from '../as-at.js'
import { MOMENT_HELP, readMoment, whyNoMoment, writeMoment } from '../moment-text.js'
import { TextBox } from '../TextBox.js'

const shown = (moment: string | null): string => (moment ? writeMoment(moment) : '')

/** What a box names: what it showed, where nobody touched it; nothing is now. */
const wanted = (text: string, was: string | null): string | null => {
  if (text.trim() === '') return null
  return text === shown(was) ? was : readMoment(text)
}

const isAmiss = (text: string): boolean => text.trim() !== '' && readMoment(text) === null

/** Two boxes of text for moments. What cannot be read is said at its box, and changes nothing. */
export const MomentsForm = ({ at, knownAt, look }: Moments & {
  look: (moments: Moments) => void
}) => {
  const [typed, type] = useState({ at: shown(at), knownAt: shown(knownAt) })
  const [isTold, tell] = useState(false)
  useEffect(() => {
    type({ at: shown(at), knownAt: shown(knownAt) })
    tell(false)
  }, [at, knownAt])
  const go = (event: FormEvent) => {
    event.preventDefault()
    tell(true)
    if (isAmiss(typed.at) || isAmiss(typed.knownAt)) return
    look({ at: wanted(typed.at, at), knownAt: wanted(typed.knownAt, knownAt) })
  }
  const complaint = (text: string) => (isTold && isAmiss(text) ? whyNoMoment(text) : null)
  return (
    <form className="as-at-moments" onSubmit={go} noValidate aria-label="Moments looked at">
      <TextBox
        label="As at" value={typed.at} set={(text) => type({ ...typed, at: text })}
        help={`Empty is now. ${MOMENT_HELP}`} complaint={complaint(typed.at)}
      />
      <TextBox
        label="As known" value={typed.knownAt}
        set={(text) => type({ ...typed, knownAt: text })}
        help="Only what was known by then counts. Empty is all that is known now."
        complaint={complaint(typed.knownAt)}
      />
      <Button type="submit" variant="contained">Look</Button>
    </form>
  )
}
