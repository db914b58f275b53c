import { MenuItem, TextField } from '@mui/material'
import { TextBox } from '../TextBox.js'
import { choicesOf, helpOf, isRead, type Filter } from './filter.js'

interface Props {
  readonly filter: Filter
  readonly value: string
  readonly complaint: string | null
  readonly set: (value: string) => void
}

/** What a filter is chosen or typed in. */
export const FilterBox = ({ filter, value, complaint, set }: Props) => {
  const { source, label } = filter
  const choices = choicesOf(filter)
  if (isRead(filter)) {
    return (
      <TextBox
        label={label} name={source} value={value} set={set}
        help={helpOf(filter)} complaint={complaint}
      />
    )
  }
  return (
    <TextField
      label={label}
      value={value}
      onChange={({ target }) => set(target.value)}
      select={choices !== undefined}
    >
      {choices && [
        <MenuItem key="" value="">Any</MenuItem>,
        ...Object.entries(choices).map(([code, word]) => (
          <MenuItem key={code} value={code}>{word}</MenuItem>
        )),
      ]}
    </TextField>
  )
}
