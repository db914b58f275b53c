import { useId, useRef, useState, type KeyboardEvent } from 'react'
import { Button } from '@mui/material'
import { useAsAt, type Moments } from './as-at.js'
import { AsAtPanel } from './as-at/AsAtPanel.js'
import { writeMoment } from './moment-text.js'
import './as-at/as-at.css'

const sayLooked = ({ at, knownAt }: Moments): string => {
  const known = knownAt ? `s known ${writeMoment(knownAt)}` : ''
  if (at === null) return known ? `A${known}` : 'As at: now'
  return `As at: ${writeMoment(at)}${known && `, a${known}`}`
}

/** Says which moment everything is looked at, and opens what chooses another. */
export const AsAtBar = () => {
  const { at, knownAt } = useAsAt()
  const [isOpen, open] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const panel = useId()
  const closeOnEscape = ({ key }: KeyboardEvent) => {
    if (key !== 'Escape') return
    open(false)
    button.current?.focus()
  }
  return (
    <>
      <Button
        ref={button} variant="outlined" aria-expanded={isOpen}
        aria-controls={isOpen ? panel : undefined} onClick={() => open(!isOpen)}
      >
        {sayLooked({ at, knownAt })}
        <span aria-hidden="true" className="as-at-arrow">{isOpen ? '▴' : '▾'}</span>
      </Button>
      {isOpen && (
        <div id={panel} className="as-at" role="group" aria-label="As at" onKeyDown={closeOnEscape}>
          <AsAtPanel />
        </div>
      )}
    </>
  )
}
