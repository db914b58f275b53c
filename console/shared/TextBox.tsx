import { TextField } from '@mui/material'

/** A box for a text, with what it takes, or what is wrong with what it holds, below it. */
export const TextBox = ({ label, value, set, help, complaint, name }: {
  label: string
  value: string
  set: (value: string) => void
  help: string
  complaint: string | null
  /** What it is found by, where a form has to. */
  name?: string
}) => (
  <TextField
    label={label}
    {...(name && { name })}
    value={value}
    onChange={({ target }) => set(target.value)}
    error={complaint !== null}
    helperText={complaint ?? help}
    autoComplete="off"
  />
)
