import { Button } from '@mui/material'
import { useAsAt } from './as-at.js'
import { fromLondon, toLondon } from './when.js'

/** Chooses the moment that everything is looked at, in London. */
export const AsAtBar = () => {
  const { at, look, isNow } = useAsAt()
  return (
    <form className="row" aria-label="As at" onSubmit={(event) => event.preventDefault()}>
      <label>
        As at{' '}
        <input
          type="datetime-local"
          value={at ? toLondon(at) : ''}
          onChange={({ target }) => look({ at: target.value ? fromLondon(target.value) : null })}
        />
      </label>
      {!isNow && (
        <Button variant="outlined" onClick={() => look({ at: null, knownAt: null })}>Now</Button>
      )}
    </form>
  )
}
