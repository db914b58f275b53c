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

/** Reclassifies many, one after the other, each under a name of its own; no failure stops it. */
export const useJobs = (kept: Kept | null, keep: (kept: Kept) => void) => {
  const client = useQueryClient()
  const [wish, setWish] = useState<Wish | null>(kept?.wish ?? null)
  const [jobs, setJobs] = useState<readonly Job[]>(kept?.jobs ?? [])
  const [step, setStep] = useState<Step>(kept ? 'sent' : 'choosing')
  const [said, say] = useState('')
  const round = useRef(0)

  /** Goes through those that are open; a preview stops where the form was changed meanwhile. */
  const runAll = async (begun: readonly Job[], wished: Wish, preview: boolean) => {
    round.current += 1
    const mine = round.current
    const done = [...begun]
    const open = [...begun.entries()].filter(([, job]) => isOpen(job))
    for (const [count, [place, job]] of open.entries()) {
      const told = `${count + 1} of ${sayHowMany(open.length, 'rollout')}`
      say(preview ? `Working out ${told} …` : `Sending ${told} …`)
      const waiting = (seconds: number) => say(`${told}: waiting for ${seconds} seconds …`)
      done[place] = await sendOne(job, { wish: wished, preview, waiting })
      if (preview && mine !== round.current) return false
      setJobs([...done])
      if (!preview) keep({ wish: wished, jobs: done })
    }
    say('')
    return true
  }
  const see = async (wished: Wish, candidates: readonly Candidate[]): Promise<void> => {
    const begun = candidates.filter(({ id }) => wished.chosen.includes(id)).map(jobOf)
    setWish(wished)
    setJobs(begun)
    setStep('previewing')
    if (await runAll(begun, wished, true)) setStep('previewed')
  }
  const give = async (): Promise<void> => {
    if (!wish) return
    setStep('sending')
    keep({ wish, jobs })
    await runAll(jobs, wish, false)
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
