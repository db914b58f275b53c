import { useCallback, useRef, useState } from 'react'
import type { Command, CommandOutcome, Values } from './command.js'
import { useLeaving } from './use-leaving.js'
import { useSending } from './use-sending.js'
import type { Typed } from './use-typed.js'
import { sayOutcome } from './words.js'

export type Step = 'typing' | 'previewing' | 'previewed' | 'acting'

interface Giving<Row> {
  readonly command: Command<Row>
  readonly typed: Typed<Row>
  readonly home: string
  readonly readAgain?: (() => Promise<Row>) | undefined
}

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
  const { command, typed: { row, drop } } = giving
  const { settle, leave } = useLeaving(drop)
  const { send, clear: forget, settled: settleNewer, ...told } = useSending({ ...giving, leave })
  const [step, setStep] = useState<Step>('typing')
  const [preview, setPreview] = useState<CommandOutcome | null>(null)
  const [answer, setAnswer] = useState<CommandOutcome | null>(null)
  // What is typed while an effect is worked out makes it the effect of something else.
  const seen = useRef(0)

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
    const outcome = await send(sent, true)
    setStep('previewed')
    if (!outcome) return
    if (!command.Answer) return leave(leadsTo(giving, outcome), sayOutcome(command, outcome, row))
    setAnswer(outcome)
    await settle()
  }
  const clear = useCallback(() => {
    forget()
    seen.current += 1
    setPreview(null)
    setStep('typing')
  }, [forget])
  const settled = () => {
    settleNewer()
    clear()
  }
  return { ...told, step, preview, answer, see, give, clear, settled }
}

export type Given<Row> = ReturnType<typeof useCommand<Row>>
