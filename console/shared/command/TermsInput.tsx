import type { ReactNode } from 'react'
import { ArrayInput, SimpleFormIterator } from 'react-admin'
import type { Values } from './command.js'
import { DayInput } from './WhenInputs.js'

/** Dated ties, each from a day until a day; `children` say to what. */
export const TermsInput = ({ source, label, helperText, children }: {
  source: string
  label: string
  helperText: string
  children: ReactNode
}) => (
  <ArrayInput source={source} label={label} helperText={helperText}>
    <SimpleFormIterator inline disableReordering disableClear>
      {children}
      <DayInput source="from" label="From" helperText="Empty for since ever." />
      <DayInput
        source="to" label="Until" helperText="The day it no longer holds; empty for no end."
      />
    </SimpleFormIterator>
  </ArrayInput>
)

/** The terms of a form's values, as the API takes them: what was left empty is null. */
export const termsOf = (typed: unknown): Values[] =>
  ((typed ?? []) as readonly Values[]).map(({ from, to, ...rest }) => ({
    ...rest, from: from || null, to: to || null,
  }))
