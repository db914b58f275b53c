import { useCallback, useRef, useState } from 'react'
import { useLogoutIfAccessDenied } from 'react-admin'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { ask } from '../../graphql/ask.js'
import { Refused, Unreachable } from '../../graphql/failure.js'
import type { OutcomeState } from '../Outcome.js'
import type { Command, CommandOutcome, Values } from './command.js'
import { sayOutcome } from './words.js'

type Step = 'typing' | 'previewing' | 'previewed' | 'acting'

interface Giving<Row> {
  readonly command: Command<Row>
  readonly row: Row
  readonly home: string
  readonly readAgain?: (() => Promise<Row>) | undefined
  /** What is called once the command is given. */
  readonly done: () => void
}

const isStale = (error: unknown): boolean =>
  error instanceof Refused && error.code === 'STALE_VERSION'

/** A command's way: typed, previewed, given. What is typed after a preview makes it void. */
export const useCommand = <Row>({ command, row, home, readAgain, done }: Giving<Row>) => {
  const client = useQueryClient()
  const navigate = useNavigate()
  const logoutIfAccessDenied = useLogoutIfAccessDenied()
  const [step, setStep] = useState<Step>('typing')
  const [preview, setPreview] = useState<CommandOutcome | null>(null)
  const [failure, setFailure] = useState<Error | null>(null)
  const [newer, setNewer] = useState<Row | null>(null)
  const [answer, setAnswer] = useState<CommandOutcome | null>(null)
  // The same change sent again, for nobody knows whether it arrived, is carried out once.
  const requestId = useRef<string | null>(null)

  const failed = async (error: unknown): Promise<null> => {
    if (!(error instanceof Unreachable)) requestId.current = null
    setFailure(error as Error)
    if (isStale(error) && readAgain) setNewer(await readAgain())
    await logoutIfAccessDenied(error)
    return null
  }
  const send = async (values: Values, isPreview: boolean): Promise<CommandOutcome | null> => {
    setFailure(null)
    if (!isPreview) requestId.current ??= crypto.randomUUID()
    const options = !isPreview && requestId.current ? { requestId: requestId.current } : {}
    try {
      const input = command.inputOf(values, row)
      const variables = command.previews === false ? { input } : { input, preview: isPreview }
      return (await ask(command.document, variables, options)).outcome
    } catch (error) {
      return failed(error)
    }
  }

  const see = async (values: Values): Promise<void> => {
    setPreview(null)
    setStep('previewing')
    const outcome = await send(values, true)
    setPreview(outcome)
    setStep(outcome ? 'previewed' : 'typing')
  }
  const give = async (values: Values): Promise<void> => {
    setStep('acting')
    const outcome = await send(values, false)
    setStep('previewed')
    if (!outcome) return
    done()
    await client.invalidateQueries()
    if (command.Answer) return setAnswer(outcome)
    const state: OutcomeState = { outcome: sayOutcome(command, outcome, row) }
    await navigate(command.goesTo?.(outcome.thing) ?? home, { state })
  }
  const clear = useCallback(() => {
    requestId.current = null
    setPreview(null)
    setFailure(null)
    setNewer(null)
    setStep('typing')
  }, [])
  return { step, preview, failure, newer, answer, see, give, clear }
}
