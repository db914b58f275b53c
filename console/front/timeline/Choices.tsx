import { Button, TextField } from '@mui/material'
import { KINDS, type Kind } from './rows.js'
import { ZOOMS, type Zoom } from './span.js'

/** What a timeline shows, of which time. */
export interface Shown {
  readonly kinds: readonly Kind[]
  readonly zoom: Zoom
  /** How many halves of what is shown the line was moved on from the moment looked at. */
  readonly halves: number
}

interface Props {
  readonly kinds: readonly Kind[]
  readonly shown: Shown
  readonly show: (shown: Shown) => void
}

const KindBoxes = ({ kinds, shown, show }: Props) => {
  const turn = (kind: Kind) =>
    show({
      ...shown,
      kinds: shown.kinds.includes(kind)
        ? shown.kinds.filter((each) => each !== kind)
        : [...shown.kinds, kind],
    })
  return (
    <fieldset className="kinds">
      <legend className="visually-hidden">Show on the timeline</legend>
      {kinds.map((kind) => (
        <label key={kind}>
          <input
            type="checkbox" checked={shown.kinds.includes(kind)} onChange={() => turn(kind)}
          />
          <span className={`swatch-bar ${kind}`} aria-hidden="true" />
          {KINDS[kind]}
        </label>
      ))}
    </fieldset>
  )
}

/** Chooses what the timeline shows, and how much time at once. */
export const Choices = (props: Props) => {
  const { shown, show } = props
  return (
    <div className="row">
      <KindBoxes {...props} />
      <TextField
        select label="Time shown" value={shown.zoom} slotProps={{ select: { native: true } }}
        onChange={({ target }) => show({ ...shown, zoom: target.value as Zoom, halves: 0 })}
      >
        {Object.keys(ZOOMS).map((zoom) => <option key={zoom} value={zoom}>{zoom}</option>)}
      </TextField>
      <Button
        variant="outlined" onClick={() => show({ ...shown, halves: shown.halves - 1 })}
      >
        Earlier
      </Button>
      <Button
        variant="outlined" onClick={() => show({ ...shown, halves: shown.halves + 1 })}
      >
        Later
      </Button>
      <Button variant="outlined" onClick={() => show({ ...shown, halves: 0 })}>
        Back to the moment
      </Button>
    </div>
  )
}
