import { useCallback, useRef, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { sayHowMany } from '../../shared/when.js'
import { isOpen, type Job, type Wish } from './job.js'
import { sendOne } from './send.js'
import type { Candidate } from './source.js'

type Step = 'choosing' | 'previewing' | 'previewed' | 'sending' | 'sent'

/** What is kept over a reload: what was wished, and how far each has come. */
interface Kept {
  readonly wish: Wish
  readonly jobs: readonly Job[]
}

const jobOf = (rollout: Candidate): Job => ({
  rollout, requestId: crypto.randomUUID(), standing: 'TO_DO',
})

interface Run {
  readonly wish: Wish
  readonly preview: boolean
  readonly say: (what: string) => void
  /** Takes how far all have come; false where nobody waits for the rest. */
  readonly tell: (jobs: readonly Job[]) => boolean
}

/** Goes through those that are open, one after the other; false where it was stopped. */
const runAll = async (begun: readonly Job[], { wish, preview, say, tell }: Run) => {
  const done = [...begun]
  const open = [...begun.entries()].filter(([, job]) => isOpen(job))
  for (const [count, [place, job]] of open.entries()) {
    const told = `${count + 1} of ${sayHowMany(open.length, 'rollout')}`
    say(preview ? `Working out ${told} …` : `Sending ${told} …`)
    const waiting = (seconds: number) => say(`${told}: waiting for ${seconds} seconds …`)
    done[place] = await sendOne(job, { wish, preview, waiting })
    if (!tell([...done])) return false
  }
  say('')
  return true
}

/** Reclassifies many, one after the other, each under a name of its own; no failure stops it. */
export const useJobs = (kept: Kept | null, keep: (kept: Kept) => void) => {
  const client = useQueryClient()
  const [wish, setWish] = useState<Wish | null>(kept?.wish ?? null)
  const [jobs, setJobs] = useState<readonly Job[]>(kept?.jobs ?? [])
  const [step, setStep] = useState<Step>(kept ? 'sent' : 'choosing')
  const [said, say] = useState('')
  const round = useRef(0)

  const run = (begun: readonly Job[], wished: Wish, preview: boolean): Promise<boolean> => {
    const mine = (round.current += 1)
    const tell = (done: readonly Job[]): boolean => {
      // A preview stops where the form was changed meanwhile.
      if (preview && mine !== round.current) return false
      setJobs(done)
      if (!preview) keep({ wish: wished, jobs: done })
      return true
    }
    return runAll(begun, { wish: wished, preview, say, tell })
  }
  const see = async (wished: Wish, candidates: readonly Candidate[]): Promise<void> => {
    const begun = candidates.filter(({ id }) => wished.chosen.includes(id)).map(jobOf)
    setWish(wished)
    setJobs(begun)
    setStep('previewing')
    if (await run(begun, wished, true)) setStep('previewed')
  }
  const give = async (): Promise<void> => {
    if (!wish) return
    setStep('sending')
    keep({ wish, jobs })
    await run(jobs, wish, false)
    setStep('sent')
    await client.invalidateQueries()
  }
  const clear = useCallback(() => {
    round.current += 1
    say('')
    setStep('choosing')
    setJobs([])
  }, [])
  return { wish, jobs, step, said, see, give, clear }
}
