import { useCallback, useState } from 'react'
import { Form, TextInput, required } from 'react-admin'
import { Button } from '@mui/material'
import { useLocation } from 'react-router'
import { ask } from '../../graphql/ask.js'
import { Link } from '../Link.js'
import { PageHead, type Crumb } from '../PageHead.js'
import { Section } from '../Section.js'
import type { Command, Effect, Values } from './command.js'
import { Complaints } from './Complaints.js'
import { Conflict } from './Conflict.js'
import { FormWatch } from './FormWatch.js'
import { Preview } from './Preview.js'
import { useCommand } from './use-command.js'
import { useDraft } from './use-draft.js'
import { usePresets } from './use-presets.js'
import { sayBefore } from './words.js'

interface Props<Row> {
  readonly command: Command<Row>
  readonly row: Row
  readonly crumbs: readonly Crumb[]
  /** Where it leads when nothing is done, and afterwards unless the command says otherwise. */
  readonly home: string
  /** Reads the thing anew, after somebody else changed it. */
  readonly readAgain?: () => Promise<Row>
}

const ReasonInput = () => (
  <TextInput
    source="reason" label="Reason" multiline minRows={2} fullWidth validate={required()}
    helperText="Kept in the ledger with the change, and shown with it."
  />
)

/** The button below the form, and what it says while it works. */
const Submit = <Row,>({ command, isWorking, home }: {
  command: Command<Row>
  isWorking: boolean
  home: string
}) => {
  const previews = command.previews !== false
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

/** The page of a command: what and why, its effect, and only then the button that gives it. */
export const CommandPage = <Row,>({ command, row: first, crumbs, home, readAgain }: Props<Row>) => {
  const presets = usePresets()
  const draft = useDraft(`${useLocation().pathname} ${JSON.stringify(presets)}`)
  const previews = command.previews !== false
  const beginsOf = (row: Row): Values => command.begins?.(row, presets) ?? {}
  const [row, setRow] = useState(first)
  // A form begins anew, under a new key, where what it began with was taken from under it.
  const [form, setForm] = useState(() => ({ key: 0, values: draft.kept ?? beginsOf(first) }))
  const [typed, type] = useState<Values>(form.values)
  const giving = useCommand({ command, row, home, readAgain, done: draft.drop })
  const { step, preview, failure, newer, answer, see, give, clear } = giving

  const { keep: keepDraft } = draft
  const keep = useCallback((values: Values) => {
    type(values)
    keepDraft(values)
  }, [keepDraft])
  const settle = (now: Row, values: Values) => {
    setRow(now)
    setForm(({ key }) => ({ key: key + 1, values }))
    keep(values)
    clear()
  }
  const more = async (after: string): Promise<Effect | null> => {
    const variables = { input: command.inputOf(typed, row), preview: true, after }
    return (await ask(command.document, variables)).outcome.effect ?? null
  }

  const { Answer } = command
  if (Answer && answer) {
    return (
      <>
        <PageHead title={command.title} crumbs={crumbs} />
        <Answer outcome={answer} home={home} />
      </>
    )
  }
  return (
    <>
      <PageHead title={command.title} crumbs={crumbs} />
      {command.about && <p>{command.about}</p>}
      {newer ? (
        <Conflict
          opened={beginsOf(row)}
          now={beginsOf(newer)}
          typed={typed}
          takeTheirs={() => settle(newer, { ...beginsOf(newer), reason: typed.reason })}
          offerMine={() => settle(newer, typed)}
        />
      ) : (
        <Complaints failure={failure} />
      )}
      <Section title={previews ? '1 What and why' : 'What'}>
        <Form
          key={form.key} defaultValues={form.values} noValidate
          onSubmit={(sent: Values) => (previews ? see(sent) : give(sent))}
        >
          <FormWatch keep={keep} changed={clear} failure={failure} />
          {command.Fields && <command.Fields row={row} />}
          {command.takesReason !== false && <ReasonInput />}
          <Submit
            command={command} home={home}
            isWorking={step === 'previewing' || (!previews && step === 'acting')}
          />
        </Form>
      </Section>
      {preview && (
        <Preview
          outcome={preview} before={sayBefore(command, preview, row)} home={home}
          isActing={step === 'acting'} act={() => void give(typed)} more={more}
        />
      )}
    </>
  )
}
