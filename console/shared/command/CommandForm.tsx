import { Form, TextInput, required } from 'react-admin'
import { Button } from '@mui/material'
import { Link } from '../Link.js'
import { Section } from '../Section.js'
import type { Command, Values } from './command.js'
import { FormWatch } from './FormWatch.js'
import type { Typed } from './use-typed.js'

const ReasonInput = () => (
  <TextInput
    source="reason" label="Reason" multiline minRows={2} fullWidth validate={required()}
    helperText="Kept in the ledger with the change, and shown with it."
  />
)

interface Props<Row> {
  readonly command: Command<Row>
  readonly typed: Typed<Row>
  readonly home: string
  readonly failure: Error | null
  readonly isPreviewing: boolean
  readonly keep: (values: Values) => void
  readonly see: (values: Values) => Promise<void>
}

/** What and why: the fields of a command, and the button that shows what they would come to. */
export const CommandForm = <Row,>({ command, typed, home, isPreviewing, ...rest }: Props<Row>) => {
  const { failure, keep, see } = rest
  const { form, row } = typed
  return (
    <Section title="1 What and why">
      <Form key={form.key} defaultValues={form.values} noValidate onSubmit={see}>
        <FormWatch keep={keep} failure={failure} />
        <div className="form">
          {command.Fields && <command.Fields row={row} />}
          {command.takesReason !== false && <ReasonInput />}
        </div>
        <div className="row">
          <Button type="submit" variant="contained" disabled={isPreviewing}>See the effect</Button>
          <Link to={home}>Cancel</Link>
          <span role="status" className="quiet">
            {isPreviewing ? 'Working out the effect …' : ''}
          </span>
        </div>
      </Form>
    </Section>
  )
}
