import { useCallback } from 'react'
import { Button } from '@mui/material'
import { ask } from '../../graphql/ask.js'
import { WaitingAbout } from '../../proposals/WaitingAbout.js'
import { PageHead, type Crumb } from '../PageHead.js'
import type { Command, Effect, Values } from './command.js'
import { CommandForm } from './CommandForm.js'
import { Complaints } from './Complaints.js'
import { Conflict } from './Conflict.js'
import { differences } from './differences.js'
import { Preview } from './Preview.js'
import { useCommand } from './use-command.js'
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

/** The page of a command: what and why, its effect, and only then the button that gives it. */
export const CommandPage = <Row,>({ command, row: first, ...place }: Props<Row>) => {
  const { crumbs, home, about, readAgain } = place
  const typed = useTyped(command, first)
  const { row, values, type, begin, beginAnew } = typed
  const giving = useCommand({ command, typed, home, readAgain })
  const { step, preview, failure, newer, answer, see, give } = giving
  const { error = null, wasAct = false } = failure ?? {}

  const { clear, settled } = giving
  // What is typed after a preview makes the preview void.
  const keep = useCallback((now: Values) => {
    if (type(now)) clear()
  }, [type, clear])
  const more = async (after: string): Promise<Effect | null> => {
    const variables = { input: command.inputOf(values, row), preview: true, after }
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
      <About command={command} row={row} thing={about} />
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
      {preview && (
        <Preview
          outcome={preview} before={sayBefore(command, preview, row)} home={home}
          noEffect={command.words?.noEffect}
          isActing={step === 'acting'} act={() => void give(values)} more={more}
        />
      )}
    </>
  )
}
