import { TextField } from '@mui/material'
import { useNavigate } from 'react-router'
import { ACTIVITIES } from '../shared/say.js'
import { useChosen } from './chosen.js'

/** Chooses what the map is about. */
export const ActivitySwitch = () => {
  const { activity, withChosen } = useChosen()
  const navigate = useNavigate()
  return (
    <TextField
      select label="Activity" value={activity}
      slotProps={{ select: { native: true } }}
      onChange={({ target }) => void navigate(withChosen({ activity: target.value }))}
    >
      {Object.entries(ACTIVITIES).map(([code, word]) => (
        <option key={code} value={code}>{word}</option>
      ))}
    </TextField>
  )
}
