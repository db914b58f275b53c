import { useCallback, useState } from 'react'
import type { Values } from '../../shared/command/command.js'
import { useDraft } from '../../shared/command/use-draft.js'
import { usePresets } from '../../shared/command/use-presets.js'
import type { Job, Wish } from './job.js'
import { useJobs } from './use-jobs.js'

/** The jobs of a page, kept over a reload: what the form begins with, and how far each has come. */
export const useKeptJobs = (home: string) => {
  const { region } = usePresets()
  const draft = useDraft<readonly Job[]>(`${home} reclassify-many ${region ?? ''}`)
  const { kept, keep, drop } = draft
  const jobsKept = kept && kept.row.length > 0
    ? { wish: kept.values as unknown as Wish, jobs: kept.row }
    : null
  const going = useJobs(jobsKept, ({ wish, jobs }) => keep({ values: { ...wish }, row: jobs }))
  const { clear } = going
  const [round, setRound] = useState(0)
  const begins: Values = round === 0 && kept
    ? kept.values
    : { programme: 'SCR', region, chosen: [] }

  const typed = useCallback((values: Values) => {
    keep({ values, row: [] })
    clear()
  }, [keep, clear])
  const beginAnew = () => {
    drop()
    clear()
    setRound(round + 1)
  }
  return { ...going, round, begins, typed, beginAnew }
}
