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

interface Props<Row> {
  readonly command: Command<Row>
  readonly typed: Typed<Row>
  readonly home: string
  readonly failure: Error | null
  readonly step: Step
  readonly keep: (values: Values) => void
  readonly see: (values: Values) => Promise<void>
  readonly give: (values: Values) => Promise<void>
}

/** The button below the form, and what it says while it works. */
const Submit = <Row,>({ command, home, step }: Pick<Props<Row>, 'command' | 'home' | 'step'>) => {
  const previews = command.previews !== false
  const isWorking = step === 'previewing' || (!previews && step === 'acting')
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

/** What and why: the fields of a command, and the button that shows what they would come to. */
export const CommandForm = <Row,>({ command, typed, home, step, ...rest }: Props<Row>) => {
  const { failure, keep, see, give } = rest
  const previews = command.previews !== false
  const { form, row } = typed
  return (
    <Section title={previews ? '1 What and why' : 'What'}>
      <Form
        key={form.key} defaultValues={form.values} noValidate onSubmit={previews ? see : give}
      >
        <FormWatch keep={keep} failure={failure} />
        <div className="form">
          {command.Fields && <command.Fields row={row} />}
          {command.takesReason !== false && <ReasonInput />}
        </div>
        <Submit command={command} home={home} step={step} />
      </Form>
    </Section>
  )
}
