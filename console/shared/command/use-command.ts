import { useCallback, useRef, useState } from 'react'
import { useLogoutIfAccessDenied } from 'react-admin'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { ask } from '../../graphql/ask.js'
import { Refused, Unreachable } from '../../graphql/failure.js'
import { handOn, type OutcomeProps } from '../Outcome.js'
import type { Command, CommandOutcome, Values } from './command.js'
import type { Typed } from './use-typed.js'
import { sayOutcome } from './words.js'

export type Step = 'typing' | 'previewing' | 'previewed' | 'acting'

interface Failure {
  readonly error: Error
  /** Whether the change itself failed, and not its preview. */
  readonly wasAct: boolean
}

interface Giving<Row> {
  readonly command: Command<Row>
  readonly typed: Typed<Row>
  readonly home: string
  readonly readAgain?: (() => Promise<Row>) | undefined
}

const isCode = (error: unknown, code: string): boolean =>
  error instanceof Refused && error.code === code

/** Whether a change may have been made although no answer says so. */
const isUnclear = (error: unknown): boolean =>
  error instanceof Unreachable || isCode(error, 'INTERNAL_SERVER_ERROR')

/** Where a command leads: to what was made, or the list where that waits for signatures. */
const leadsTo = <Row>(
  { command, typed: { row }, home }: Giving<Row>,
  { thing = null }: CommandOutcome,
): string => {
  const made = row === null && thing ? `${home}/${encodeURIComponent(thing.id)}` : home
  return command.goesTo?.(thing) ?? made
}

/** A command's way: typed, previewed, given. What is typed after a preview makes it void. */
export const useCommand = <Row>(giving: Giving<Row>) => {
  const { command, typed, home, readAgain } = giving
  const { row, drop, keepRequest } = typed
  const client = useQueryClient()
  const navigate = useNavigate()
  const logoutIfAccessDenied = useLogoutIfAccessDenied()
  const [step, setStep] = useState<Step>('typing')
  const [preview, setPreview] = useState<CommandOutcome | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [newer, setNewer] = useState<Row | null>(typed.newer)
  const [answer, setAnswer] = useState<CommandOutcome | null>(null)
  // The same change sent again, for nobody knows whether it arrived, is carried out once.
  const requestId = useRef<string | null>(typed.requestId)
  // What is typed while an effect is worked out makes it the effect of something else.
  const seen = useRef(0)

  const leave = async (to: string, outcome: OutcomeProps): Promise<void> => {
    drop()
    await client.invalidateQueries()
    await navigate(to, { state: handOn(outcome) })
  }
  const answered = async (outcome: CommandOutcome): Promise<void> => {
    drop()
    setAnswer(outcome)
    await client.invalidateQueries()
  }
  const failed = async (error: unknown, wasAct: boolean): Promise<null> => {
    if (isCode(error, 'ANSWER_LOST')) {
      await leave(home, { tone: 'good', text: (error as Error).message })
      return null
    }
    if (wasAct && !isUnclear(error)) {
      requestId.current = null
      keepRequest(null)
    }
    setFailure({ error: error as Error, wasAct })
    if (isCode(error, 'STALE_VERSION') && readAgain) setNewer(await readAgain())
    await logoutIfAccessDenied(error)
    return null
  }
  const send = async (sent: Values, wasAct: boolean): Promise<CommandOutcome | null> => {
    setFailure(null)
    const input = command.inputOf(sent, row)
    const variables = command.previews === false ? { input } : { input, preview: !wasAct }
    try {
      const options = wasAct && requestId.current ? { requestId: requestId.current } : {}
      return (await ask(command.document, variables, options)).outcome
    } catch (error) {
      return failed(error, wasAct)
    }
  }

  const see = async (sent: Values): Promise<void> => {
    setPreview(null)
    setStep('previewing')
    const wanted = (seen.current += 1)
    const outcome = await send(sent, false)
    if (seen.current !== wanted) return
    setPreview(outcome)
    setStep(outcome ? 'previewed' : 'typing')
  }
  const give = async (sent: Values): Promise<void> => {
    setStep('acting')
    requestId.current ??= crypto.randomUUID()
    keepRequest(requestId.current)
    const outcome = await send(sent, true)
    setStep('previewed')
    if (!outcome) return
    if (command.Answer) return answered(outcome)
    await leave(leadsTo(giving, outcome), sayOutcome(command, outcome, row))
  }
  const clear = useCallback(() => {
    requestId.current = null
    seen.current += 1
    setPreview(null)
    setFailure(null)
    setStep('typing')
  }, [])
  const settled = () => {
    setNewer(null)
    clear()
  }
  return { step, preview, failure, newer, answer, see, give, clear, settled }
}
