import type { ReactNode } from 'react'
import type { Values } from './command.js'
import { Several } from './Several.js'
import { DayInput } from './WhenInputs.js'

interface Props {
  readonly source: string
  /** What they are together: "Belongs to"; and what each of them is called: "region". */
  readonly label: string
  readonly one: string
  /** The input of what it is tied to, whose field begins with what is given. */
  readonly children: (source: string) => ReactNode
}

/** Dated ties of a thing that is recorded as a whole, each from a day until a day. */
export const TermsInput = ({ source, label, one, children }: Props) => (
  <fieldset className="fields">
    <legend>{label}</legend>
    <p className="quiet">
      {`Each ${one} with its days, past ones too: what is taken out here was never so.`}
    </p>
    <Several source={source} one={one} add={`Add a ${one}`} begins={{ from: '', to: '' }}>
      {(term) => (
        <>
          {children(term)}
          <DayInput source={`${term}.from`} label="From" helperText="Empty for since ever." />
          <DayInput
            source={`${term}.to`} label="Until"
            helperText="The day it no longer holds; empty for no end."
          />
        </>
      )}
    </Several>
  </fieldset>
)

/** The terms of a form's values, as the API takes them: what was left empty is null. */
export const termsOf = (typed: unknown): Values[] =>
  ((typed ?? []) as readonly Values[]).map(({ from, to, ...rest }) => ({
    ...rest, from: from || null, to: to || null,
  }))
