import { useState } from 'react'
import { InputHelperText, useInput, type Validator } from 'react-admin'
import { TextField } from '@mui/material'
import {
  DAY_HELP, dayAfter, dayBefore, readDay, readMoment, whyNoDay, whyNoMoment,
} from '../moment-text.js'
import { fromLondon, sayDay, sayMoment, toLondon } from '../when.js'

interface Props {
  readonly source: string
  readonly label: string
  readonly validate?: Validator
  readonly helperText?: string
}

/** How a value of a form is written in a box of text, and read from it. */
interface Written {
  readonly read: (text: string) => string | null
  readonly write: (value: string) => string
  /** What is said of a text that cannot be read. */
  readonly complain: (text: string) => string
  readonly help: string
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** A box of text whose value is what was read; what cannot be read stays, and is complained of. */
const WrittenInput = ({ of, source, label, validate, helperText }: Props & { of: Written }) => {
  const isRead = (value: string) => of.read(value) !== null && of.read(value) === value
  const readable = (value: unknown) =>
    textOf(value) === '' || isRead(textOf(value)) ? undefined : of.complain(textOf(value))
  const { id, field, fieldState, isRequired } = useInput({
    source, validate: validate ? [validate, readable] : readable,
  })
  const [typed, type] = useState<string | null>(null)
  const value = textOf(field.value)
  return (
    <TextField
      id={id} name={field.name} inputRef={field.ref} label={label} required={isRequired}
      value={typed ?? (isRead(value) ? of.write(value) : value)} autoComplete="off" margin="dense"
      onChange={({ target }) => {
        type(target.value)
        field.onChange(of.read(target.value) ?? target.value)
      }}
      onBlur={() => {
        type(null)
        field.onBlur()
      }}
      error={fieldState.invalid}
      helperText={
        <InputHelperText
          error={fieldState.error?.message}
          helperText={[helperText, of.help].filter(Boolean).join(' ')}
        />
      }
    />
  )
}

const DAY: Written = { read: readDay, write: sayDay, complain: whyNoDay, help: DAY_HELP }

/** A day, written as people write one; its value is as the API takes it: "2010-04-16". */
export const DayInput = (props: Props) => <WrittenInput {...props} of={DAY} />

const MIDNIGHT = 'T00:00'

/** How a moment is written where a day alone means the midnight so many days after it begins. */
const momentAt = (daysOn: 0 | 1, help: string): Written => ({
  read: (text) => {
    const day = readDay(text)
    if (day !== null) return `${daysOn === 1 ? dayAfter(day) : day}${MIDNIGHT}`
    const moment = readMoment(text)
    return moment && toLondon(moment)
  },
  write: (local) => {
    const [day = ''] = local.split('T')
    if (!local.endsWith(MIDNIGHT)) return sayMoment(fromLondon(local))
    return sayDay(daysOn === 1 ? dayBefore(day) : day)
  },
  complain: whyNoMoment,
  help: `Such as 16 April 2010, or 16 April 2010 at 3pm in London. ${help}`,
})

const BEGINNING = momentAt(0, 'A day alone means its beginning.')
const END = momentAt(1, 'A day alone means its end.')

/** A moment as London's clocks show it; its value is "2010-04-16T15:00", which `momentOf` reads. */
export const MomentInput = (props: Props) => <WrittenInput {...props} of={BEGINNING} />

/** The same of when something ends: the end of a day is the midnight after it. */
export const EndInput = (props: Props) => <WrittenInput {...props} of={END} />
