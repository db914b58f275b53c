import { useCallback, useRef, useState } from 'react'
import { useLogoutIfAccessDenied } from 'react-admin'
import { ask } from '../../graphql/ask.js'
import { Refused, Unreachable } from '../../graphql/failure.js'
import type { OutcomeProps } from '../Outcome.js'
import type { Command, CommandOutcome, Values } from './command.js'
import type { Typed } from './use-typed.js'

interface Failure {
  readonly error: Error
  /** Whether the change itself failed, and not its preview. */
  readonly wasAct: boolean
}

interface Sending<Row> {
  readonly command: Command<Row>
  readonly typed: Typed<Row>
  readonly home: string
  /** Reads the thing anew, after somebody else changed it. */
  readonly readAgain?: (() => Promise<Row>) | undefined
  readonly leave: (to: string, outcome: OutcomeProps) => Promise<void>
}

const isCode = (error: unknown, code: string): boolean =>
  error instanceof Refused && error.code === code

/** Whether a change may have been made although no answer says so. */
const isUnclear = (error: unknown): boolean =>
  error instanceof Unreachable || isCode(error, 'INTERNAL_SERVER_ERROR')

/** The same change sent again, for nobody knows whether it arrived, is carried out once. */
const useRequestId = ({ requestId, keepRequest }: Pick<
  Typed<unknown>, 'requestId' | 'keepRequest'
>) => {
  const kept = useRef<string | null>(requestId)
  const forget = useCallback(() => {
    kept.current = null
  }, [])
  return {
    forget,
    take: (): string => {
      kept.current ??= crypto.randomUUID()
      keepRequest(kept.current)
      return kept.current
    },
    drop: (): void => {
      forget()
      keepRequest(null)
    },
  }
}

/** Sends a command, to preview it or to give it, and says what failed. */
export const useSending = <Row>({ command, typed, home, readAgain, leave }: Sending<Row>) => {
  const logoutIfAccessDenied = useLogoutIfAccessDenied()
  const [failure, setFailure] = useState<Failure | null>(null)
  const [newer, setNewer] = useState<Row | null>(typed.newer)
  const { forget, ...request } = useRequestId(typed)

  const failed = async (error: unknown, wasAct: boolean): Promise<null> => {
    if (isCode(error, 'ANSWER_LOST')) {
      await leave(home, { tone: 'good', text: (error as Error).message })
      return null
    }
    if (wasAct && !isUnclear(error)) request.drop()
    setFailure({ error: error as Error, wasAct })
    if (isCode(error, 'STALE_VERSION') && readAgain) setNewer(await readAgain())
    await logoutIfAccessDenied(error)
    return null
  }
  const send = async (sent: Values, wasAct: boolean): Promise<CommandOutcome | null> => {
    setFailure(null)
    const input = command.inputOf(sent, typed.row)
    const variables = command.previews === false ? { input } : { input, preview: !wasAct }
    try {
      const options = wasAct ? { requestId: request.take() } : {}
      return (await ask(command.document, variables, options)).outcome
    } catch (error) {
      return failed(error, wasAct)
    }
  }
  const clear = useCallback(() => {
    forget()
    setFailure(null)
  }, [forget])
  return { failure, newer, send, clear, settled: () => setNewer(null) }
}
