import { useEffect, useRef, useState } from 'react'
import { Form, TextInput, required } from 'react-admin'
import { Button } from '@mui/material'
import { FormWatch } from '../../shared/command/FormWatch.js'
import { ProgrammeInput, RegionInput } from '../../shared/command/inputs.js'
import { OnlyNow } from '../../shared/command/OnlyNow.js'
import type { Values } from '../../shared/command/command.js'
import { Link } from '../../shared/Link.js'
import { PageHead } from '../../shared/PageHead.js'
import { Section } from '../../shared/Section.js'
import { sayHowMany } from '../../shared/when.js'
import { ClassificationInput } from '../commands.js'
import { ChooseRollouts } from './ChooseRollouts.js'
import { isOpen, type Job, type Wish } from './job.js'
import { JobsTable } from './JobsTable.js'
import type { Candidate } from './source.js'
import { sayOutcomes, sayPreviews, sayTotals } from './totals.js'
import { useKeptJobs } from './use-kept-jobs.js'

const TITLE = 'Reclassify the rollouts of a region'
const HOME = '/rollouts'
const CRUMBS = [{ to: HOME, text: 'Rollouts' }, { text: TITLE }]

interface ChooseProps {
  readonly begins: Values
  readonly isBusy: boolean
  readonly said: string
  readonly keep: (values: Values) => void
  readonly see: (wish: Wish, candidates: readonly Candidate[]) => Promise<void>
}

const Choose = ({ begins, isBusy, said, keep, see }: ChooseProps) => {
  const [candidates, setCandidates] = useState<readonly Candidate[]>([])
  return (
    <Section title="1 What and why">
      <Form
        defaultValues={begins} noValidate
        onSubmit={(values: Values) => see(values as unknown as Wish, candidates)}
      >
        <FormWatch keep={keep} failure={null} />
        <div className="form">
          <ProgrammeInput />
          <RegionInput source="region" label="Region" validate={required()} />
          <ClassificationInput />
        </div>
        <ChooseRollouts found={setCandidates} />
        <div className="form under">
          <TextInput
            source="reason" label="Reason" multiline minRows={2} fullWidth validate={required()}
            helperText="Kept in the ledger with each change, and shown with it."
          />
        </div>
        <div className="row">
          <Button type="submit" variant="contained" disabled={isBusy}>See the effect</Button>
          <Link to={HOME}>Cancel</Link>
          <span role="status" className="quiet">{said}</span>
        </div>
      </Form>
    </Section>
  )
}

const Previews = ({ wish, jobs, give }: {
  wish: Wish
  jobs: readonly Job[]
  give: () => void
}) => {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  const unknown = jobs.filter(({ standing }) => standing === 'UNKNOWN').length
  const toSend = jobs.filter(isOpen).length
  return (
    <div
      ref={box} tabIndex={-1} className="parts" role="group"
      aria-label="The effect, and how to confirm it"
    >
      <Section title="2 The effect">
        <p>{sayTotals(jobs)}</p>
        <p className="quiet">
          Each is worked out by itself, as things stand. A practice that several of them cover is
          counted with each.
        </p>
        <JobsTable caption="What each would turn" wish={wish} jobs={jobs} />
      </Section>
      <Section title="3 Confirm">
        <p>{sayPreviews(jobs)}</p>
        {unknown > 0 && (
          <p>{`The effect of ${sayHowMany(unknown, 'rollout')} is not known. See it again first.`}</p>
        )}
        {toSend === 0 && <p>There is nothing to send: all were refused.</p>}
        <div className="row">
          {unknown === 0 && toSend > 0 && (
            <Button variant="contained" onClick={give}>
              {`Reclassify ${sayHowMany(toSend, 'rollout')}`}
            </Button>
          )}
          <Link to={HOME}>Cancel</Link>
        </div>
      </Section>
    </div>
  )
}

const Outcomes = ({ wish, jobs, said, isSending, ...acts }: {
  wish: Wish
  jobs: readonly Job[]
  said: string
  isSending: boolean
  give: () => void
  beginAnew: () => void
}) => {
  const { give, beginAnew } = acts
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!isSending) box.current?.focus()
  }, [isSending])
  const open = jobs.filter(isOpen).length
  return (
    <div ref={box} tabIndex={-1} role="group" aria-label="What came of it">
      <Section title={isSending ? 'Reclassifying' : 'What came of it'}>
        <p role="status">{isSending ? said : sayOutcomes(jobs)}</p>
        <JobsTable caption="Each rollout, and what came of it" wish={wish} jobs={jobs} />
        {!isSending && (
          <div className="row">
            {open > 0 && (
              <Button variant="contained" onClick={give}>
                {`Go on with ${sayHowMany(open, 'rollout')}`}
              </Button>
            )}
            <Button variant="outlined" onClick={beginAnew}>Begin anew</Button>
            <Link to={HOME}>Go to the rollouts</Link>
          </div>
        )}
      </Section>
    </div>
  )
}

const Reclassifying = () => {
  const going = useKeptJobs(HOME)
  const { wish, jobs, step, said, round, begins, typed, see, beginAnew } = going
  const give = () => void going.give()
  const isGiven = step === 'sending' || step === 'sent'
  return (
    <>
      <PageHead title={TITLE} crumbs={CRUMBS} />
      <p>
        Each rollout is a change of its own: one may take effect at once, another wait for
        signatures, and a third be refused. None of them stops the others.
      </p>
      {!isGiven && (
        <Choose
          key={round} begins={begins} isBusy={step === 'previewing'} said={said}
          keep={typed} see={see}
        />
      )}
      {step === 'previewed' && wish && <Previews wish={wish} jobs={jobs} give={give} />}
      {isGiven && wish && (
        <Outcomes
          wish={wish} jobs={jobs} said={said} isSending={step === 'sending'}
          give={give} beginAnew={beginAnew}
        />
      )}
    </>
  )
}

/** Moves many rollouts of a region to another wave: previewed, sent and told one by one. */
export const ReclassifyMany = () => (
  <OnlyNow title={TITLE} crumbs={CRUMBS}>
    <Reclassifying />
  </OnlyNow>
)
