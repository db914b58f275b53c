import { command } from '../access/change.js'
import { sayDate, sayMoment, toMs } from '../kernel/moment.js'
import { invalid, Refusal } from '../kernel/refusal.js'
import type { AssuranceFact } from '../register/facts.js'
import type { SupersedeAssuranceInput } from './assurance.inputs.js'
import { mustRead, type Reader } from './may-read.js'
import { refuseUnreceived, saveAssurance } from './record-assurance.command.js'
import { successorOf } from './said.js'

/** Only what still stands, as far as the caller may know, is superseded: what follows is a line. */
const refuseFallen = (reader: Reader, assurance: AssuranceFact): void => {
  const { id, withdrawnAt } = assurance
  if (withdrawnAt !== null) {
    const withdrawn = sayMoment(toMs(withdrawnAt))
    throw new Refusal('ALREADY_WITHDRAWN', `Assurance ${id} was withdrawn on ${withdrawn}.`)
  }
  const successor = successorOf(reader, assurance)
  if (!successor) return
  throw new Refusal(
    'ALREADY_SUPERSEDED',
    `Assurance ${id} was superseded by ${successor.id}: supersede the last of the line.`,
    { assurance: id, supersededBy: successor.id },
  )
}

const refuseMisfit = (earlier: AssuranceFact, input: SupersedeAssuranceInput): void => {
  const { id, programme, givenOn } = earlier
  if (input.programme !== programme) {
    throw invalid('programme', `Assurance ${id} is of ${programme}; name the same programme.`)
  }
  if (input.reaffirms && input.givenOn < givenOn) {
    const given = sayDate(givenOn)
    throw invalid('givenOn', `Assurance ${id} was given on ${given}; nothing earlier reaffirms it.`)
  }
}

/** Records an assurance in the place of an earlier one. No suspension is touched by it. */
export const supersedeAssurance = command(
  'supersedeAssurance',
  (change, input: SupersedeAssuranceInput): AssuranceFact => {
    const earlier = mustRead(change, input.id)
    refuseUnreceived(change, earlier)
    refuseFallen(change, earlier)
    refuseMisfit(earlier, input)
    return saveAssurance(change, input, { supersedes: earlier.id, reaffirms: input.reaffirms })
  },
)
