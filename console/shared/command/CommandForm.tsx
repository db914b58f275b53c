import { Form, TextInput, required } from 'react-admin'
import { Button } from '@mui/material'
import { Link } from '../Link.js'
import { Section } from '../Section.js'
import type { Command, Values } from './command.js'
import { FormWatch } from './FormWatch.js'
import type { Step } from './use-command.js'
import type { Typed } from './use-typed.js'

const ReasonInput = () => (
  <TextInput
    source="reason" label="Reason" multiline minRows={2} fullWidth validate={required()}
    helperText="Kept in the ledger with the change, and shown with it."
  />
)

/** The button below the form, and what it says while it works. */
const Submit = <Row,>({ command, step, home }: Pick<Props<Row>, 'command' | 'step' | 'home'>) => {
  const previews = command.previews !== false
  const isWorking = step === (previews ? 'previewing' : 'acting')
  const working = previews ? 'Working out the effect …' : 'Sending …'
  return (
    <div className="row">
      <Button type="submit" variant="contained" disabled={isWorking}>
        {previews ? 'See the effect' : command.confirm}
      </Button>
      <Link to={home}>Cancel</Link>
      <span role="status" className="quiet">{isWorking ? working : ''}</span>
    </div>
  )
}

interface Props<Row> {
  readonly command: Command<Row>
  readonly typed: Typed<Row>
  readonly home: string
  readonly failure: Error | null
  readonly step: Step
  readonly keep: (values: Values) => void
  readonly send: (values: Values) => Promise<void>
}

/** What and why: the fields of a command, and the button that shows what they would come to. */
export const CommandForm = <Row,>({ command, typed, home, ...rest }: Props<Row>) => {
  const { failure, step, keep, send } = rest
  const { form, row } = typed
  return (
    <Section title={command.previews === false ? 'What' : '1 What and why'}>
      <Form key={form.key} defaultValues={form.values} noValidate onSubmit={send}>
        <FormWatch keep={keep} failure={failure} />
        <div className="form">
          {command.Fields && <command.Fields row={row} />}
          {command.takesReason !== false && <ReasonInput />}
        </div>
        <Submit command={command} step={step} home={home} />
      </Form>
    </Section>
  )
}
