import { useState } from 'react'
import { Button } from '@mui/material'

/** Puts a text on the clipboard, and says so. */
export const CopyButton = ({ text, what }: { text: string; what: string }) => {
  const [said, say] = useState('')
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => say('Copied.'),
      () => say('Your browser does not allow it: mark the text and copy it.'),
    )
  }
  return (
    <>
      <Button variant="outlined" className="no-print" onClick={copy}>{`Copy ${what}`}</Button>
      <span role="status" className="quiet">{said}</span>
    </>
  )
}
