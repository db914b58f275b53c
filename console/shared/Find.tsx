import type { FormEvent } from 'react'
import { useNavigate } from 'react-router'
import { Button, TextField } from '@mui/material'

/** Looks for anything by its code, its number or a part of its name. */
export const Find = () => {
  const navigate = useNavigate()
  const find = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const wanted = new FormData(event.currentTarget).get('q')
    if (typeof wanted !== 'string' || wanted.trim() === '') return
    void navigate(`/find?q=${encodeURIComponent(wanted.trim())}`)
  }
  return (
    <form role="search" className="row" onSubmit={find}>
      <TextField name="q" label="Find a name, code or number" type="search" />
      <Button type="submit" variant="outlined">Find</Button>
    </form>
  )
}
