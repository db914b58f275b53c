import { useState, type FormEvent } from 'react'
import { Button, MenuItem, TextField } from '@mui/material'
import { useAsk } from '../graphql/use-ask.js'
import { useAsAt } from '../shared/as-at.js'
import { ACTIVITIES, CLASSIFICATIONS } from '../shared/say.js'
import { Section } from '../shared/Section.js'
import { useToday } from '../shared/use-today.js'
import { Waiting } from '../shared/Waiting.js'
import { MOMENT_HELP, readMoment, whyNoMoment } from '../shared/moment-text.js'
import { sayDay } from '../shared/when.js'
import { useProgrammes } from '../shared/command/inputs.js'
import { ASK_RULING, PROGRAMME } from './ruling.js'
import { RulingView } from './RulingView.js'

type Activity = keyof typeof ACTIVITIES
type Classification = keyof typeof CLASSIFICATIONS

interface Question {
  readonly activity: Activity
  readonly classification: Classification | null
  readonly programme: string
  readonly at: string
}

const Choice = ({ name, label, choices, first, begins }: {
  name: string
  label: string
  choices: Readonly<Record<string, string>>
  /** What stands for no choice. */
  first?: string
  begins: string
}) => (
  <TextField
    select name={name} label={label} defaultValue={begins}
    slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}
  >
    {first && <MenuItem value="">{first}</MenuItem>}
    {Object.entries(choices).map(([code, word]) => (
      <MenuItem key={code} value={code}>{word}</MenuItem>
    ))}
  </TextField>
)

/** The question that was written; null where its moment is none. */
const questionIn = (form: FormData): Question | null => {
  const text = (name: string) => form.get(name) as string
  const at = readMoment(text('at'))
  return at === null ? null : {
    at,
    activity: text('activity') as Activity,
    classification: (text('classification') || null) as Classification | null,
    programme: text('programme'),
  }
}

const Answer = ({ practice, question }: { practice: string; question: Question }) => {
  const { knownAt } = useAsAt()
  const query = useAsk(ASK_RULING, { id: practice, ...question, knownAt })
  return <Waiting query={query}>{({ ruling }) => <RulingView ruling={ruling} />}</Waiting>
}

/** The same for any day, any activity and any rollout's classification. */
export const AskOtherwise = ({ practice }: { practice: string }) => {
  const today = useToday()
  const programmes = useProgrammes()
  const [question, setQuestion] = useState<Question | null>(null)
  const [complaint, complain] = useState<string | null>(null)
  const put = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const asked = questionIn(form)
    complain(asked ? null : whyNoMoment(form.get('at') as string))
    setQuestion(asked)
  }
  if (!today || !(PROGRAMME in programmes)) return null
  return (
    <Section title="Ask about another day, activity or rollout">
      <form className="filters" onSubmit={put} aria-label="Another question">
        <TextField
          name="at" label="When, in London" required autoComplete="off"
          defaultValue={`${sayDay(today)}, 9am`} error={complaint !== null}
          helperText={complaint ?? MOMENT_HELP}
        />
        <Choice name="activity" label="What it would do" choices={ACTIVITIES} begins="UPLOAD" />
        <Choice
          name="classification" label="Under which rollout" choices={CLASSIFICATIONS}
          first="All that govern" begins=""
        />
        <Choice name="programme" label="Programme" choices={programmes} begins={PROGRAMME} />
        <Button type="submit" variant="contained">Ask</Button>
      </form>
      {question && <Answer practice={practice} question={question} />}
    </Section>
  )
}
