import type { ReactNode } from 'react'
import { useFieldArray } from 'react-hook-form'
import { Button } from '@mui/material'
import type { Values } from './command.js'

interface Props {
  /** The list's field in the input. */
  readonly source: string
  /** What each of them is called: "condition". */
  readonly one: string
  /** What the only one is called, where there has to be one. */
  readonly only?: string
  /** The button that adds another: "Add a condition". */
  readonly add: string
  /** What a new one begins with. */
  readonly begins: Values
  /** The inputs of one of them, whose fields begin with what is given. */
  readonly children: (source: string) => ReactNode
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** A list of things with several fields each, in a form. */
export const Several = ({ source, one, only, add, begins, children }: Props) => {
  const { fields, append, remove } = useFieldArray({ name: source })
  const isOnly = only !== undefined && fields.length === 1
  return (
    <>
      {fields.map(({ id }, place) => (
        <fieldset key={id} className="fields">
          <legend>{isOnly ? only : `${capital(one)} ${place + 1}`}</legend>
          {children(`${source}.${place}`)}
          {!isOnly && (
            <div>
              <Button variant="outlined" onClick={() => remove(place)}>
                {`Remove ${one} ${place + 1}`}
              </Button>
            </div>
          )}
        </fieldset>
      ))}
      <div className="adds">
        <Button variant="outlined" onClick={() => append(begins)}>{add}</Button>
      </div>
    </>
  )
}
