import { useCallback } from 'react'
import { Button } from '@mui/material'
import { ask } from '../../graphql/ask.js'
import { WaitingAbout } from '../../proposals/WaitingAbout.js'
import { PageHead, type Crumb } from '../PageHead.js'
import type { Command, CommandOutcome, Effect, Values } from './command.js'
import { CommandForm } from './CommandForm.js'
import { Complaints } from './Complaints.js'
import { Conflict } from './Conflict.js'
import { differences } from './differences.js'
import { OnlyNow } from './OnlyNow.js'
import { Preview } from './Preview.js'
import { useCommand, type Given } from './use-command.js'
import { useTyped, type Typed } from './use-typed.js'
import { sayBefore } from './words.js'

interface Props<Row> {
  readonly command: Command<Row>
  readonly row: Row
  readonly crumbs: readonly Crumb[]
  /** Where it leads when nothing is done, and afterwards unless the command says otherwise. */
  readonly home: string
  /** The thing it is about, by its id among all things. */
  readonly about?: string
  /** Reads the thing anew, after somebody else changed it. */
  readonly readAgain?: () => Promise<Row>
}

/** What was typed here before is there again: it can be done without. */
const Restored = ({ beginAnew }: { beginAnew: () => void }) => (
  <div className="row">
    <span role="status">What you typed here before was kept.</span>
    <Button variant="outlined" onClick={beginAnew}>Begin anew</Button>
  </div>
)

const BothVersions = <Row,>({ typed, newer, settle }: {
  typed: Typed<Row>
  newer: Row
  settle: (values: Values) => void
}) => {
  const { row, values, beginsOf } = typed
  const opened = { row, form: beginsOf(row) }
  const now = { row: newer, form: beginsOf(newer) }
  return (
    <Conflict
      of={(row as { id?: string } | null)?.id}
      differences={differences(opened, now, values)}
      takeTheirs={() => settle({ ...now.form, reason: values.reason })}
      offerMine={() => settle(values)}
    />
  )
}

/** What a command does, and what waits already for the thing it is about. */
const About = <Row,>({ command: { about }, row, thing }: {
  command: Command<Row>
  row: Row
  thing: string | undefined
}) => {
  const text = typeof about === 'function' ? about(row) : about
  return (
    <>
      {text && <p>{text}</p>}
      {thing && <WaitingAbout of={thing} />}
    </>
  )
}

interface StepsProps<Row> {
  readonly command: Command<Row>
  readonly typed: Typed<Row>
  readonly given: Given<Row>
  readonly home: string
}

/** What it would come to, of which more practices may be read, and the button that gives it. */
const Previewed = <Row,>({ command, typed, given, home, outcome }: StepsProps<Row> & {
  outcome: CommandOutcome
}) => {
  const { row, values } = typed
  const more = async (after: string): Promise<Effect | null> => {
    const variables = { input: command.inputOf(values, row), preview: true, after }
    return (await ask(command.document, variables)).outcome.effect ?? null
  }
  return (
    <Preview
      outcome={outcome} before={sayBefore(command, outcome, row)} home={home}
      noEffect={command.words?.noEffect}
      isActing={given.step === 'acting'} act={() => void given.give(values)} more={more}
    />
  )
}

/** The form and its effect, with what stands in their way. */
const Steps = <Row,>({ first, ...props }: StepsProps<Row> & { first: Row }) => {
  const { command, typed, given, home } = props
  const { type, begin, beginAnew } = typed
  const { step, preview, failure, newer, see, give, clear, settled } = given
  const { error = null, wasAct = false } = failure ?? {}
  // What is typed after a preview makes the preview void.
  const keep = useCallback((now: Values) => {
    if (type(now)) clear()
  }, [type, clear])
  return (
    <>
      {typed.isRestored && !newer && (
        <Restored beginAnew={() => { beginAnew(first); clear() }} />
      )}
      {newer ? (
        <BothVersions
          typed={typed} newer={newer} settle={(now) => { begin(newer, now); settled() }}
        />
      ) : (
        <Complaints failure={error} wasAct={wasAct} />
      )}
      <CommandForm
        command={command} typed={typed} home={home} failure={error}
        step={step} keep={keep} see={see} give={give}
      />
      {preview && <Previewed {...props} outcome={preview} />}
    </>
  )
}

const Giving = <Row,>({ command, row: first, ...place }: Props<Row>) => {
  const { crumbs, home, about, readAgain } = place
  const typed = useTyped(command, first)
  const given = useCommand({ command, typed, home, readAgain })
  const { Answer } = command
  return (
    <>
      <PageHead title={command.title} crumbs={crumbs} />
      {Answer && given.answer ? (
        <Answer outcome={given.answer} home={home} />
      ) : (
        <>
          <About command={command} row={typed.row} thing={about} />
          <Steps first={first} command={command} typed={typed} given={given} home={home} />
        </>
      )}
    </>
  )
}

/** The page of a command: what and why, its effect, and only then the button that gives it. */
export const CommandPage = <Row,>(props: Props<Row>) => (
  <OnlyNow title={props.command.title} crumbs={props.crumbs}>
    <Giving {...props} />
  </OnlyNow>
)
