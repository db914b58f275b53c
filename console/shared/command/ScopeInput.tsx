import { TextInput, required } from 'react-admin'
import { ACTIVITIES, CLASSIFICATIONS } from '../say.js'
import type { Clause } from '../scope.js'
import type { Values } from './command.js'
import { Fold } from './Fold.js'
import {
  CheckboxesInput, choicesOf, chosenOf, codesOf, PracticeCodesInput, RegionsInput,
} from './inputs.js'
import { Several } from './Several.js'

/** A clause of a scope as it is typed. */
type Typed = Partial<Record<keyof Clause, unknown>>

/** A clause that nothing was said of yet, but that uploads are meant. */
export const FRESH_CLAUSE: Values = {
  activities: ['UPLOAD'], regions: [], classifications: [], practices: '', suppliers: '',
}

/** A scope as its form begins with it. */
export const typedScope = (scope: readonly Clause[]): Values[] =>
  scope.map(({ activities, regions, classifications, practices, suppliers }) => ({
    activities: [...activities],
    regions: [...(regions ?? [])],
    classifications: [...(classifications ?? [])],
    practices: practices?.join(', ') ?? '',
    suppliers: suppliers?.join(', ') ?? '',
  }))

const suppliersOf = (typed: unknown): string[] | null =>
  typeof typed === 'string'
    ? chosenOf(typed.split(/[,;\n]/).map((each) => each.trim()).filter(Boolean))
    : null

/** The scope in what was typed: what is not named is not narrowed. */
export const scopeOf = (typed: unknown): object[] =>
  (Array.isArray(typed) ? (typed as Typed[]) : []).map((clause) => ({
    activities: chosenOf(clause.activities) ?? [],
    regions: chosenOf(clause.regions),
    classifications: chosenOf(clause.classifications),
    practices: codesOf(clause.practices),
    suppliers: suppliersOf(clause.suppliers),
  }))

/** Narrows a clause further. */
const More = ({ source }: { source: string }) => (
  <Fold
    summary="More: waves, practices, suppliers"
    sources={['classifications', 'practices', 'suppliers'].map((each) => `${source}.${each}`)}
  >
    <CheckboxesInput
      source={`${source}.classifications`} label="Only under these waves of rollouts"
      choices={choicesOf(CLASSIFICATIONS)} helperText="None: under any."
    />
    <PracticeCodesInput
      source={`${source}.practices`} label="Only these practices"
      helperText="Codes, with spaces or commas between. Empty: all."
    />
    <TextInput
      source={`${source}.suppliers`} label="Only practices supplied by"
      helperText="Codes of suppliers, with commas between. Empty: any." fullWidth
    />
  </Fold>
)

/** What something is about: a clause or several, of which any suffices. */
export const ScopeInput = ({ what }: {
  /** What the activities are called: "What is held". */
  what: string
}) => (
  <Several
    source="scope" one="clause" only="Its scope" add="Add another clause" begins={FRESH_CLAUSE}
  >
    {(source) => (
      <>
        <CheckboxesInput
          source={`${source}.activities`} label={what}
          choices={choicesOf(ACTIVITIES)} validate={required()}
        />
        <RegionsInput
          source={`${source}.regions`} label="Where" helperText="No region: everywhere."
        />
        <More source={source} />
      </>
    )}
  </Several>
)
