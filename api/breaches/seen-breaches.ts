import { mustBeKnown, type Context } from '../access/context.js'
import { isOfProgramme } from '../access/row-scope.js'
import { allReadable, readable, type Reader } from '../assurances/may-read.js'
import type { Actor } from '../kernel/actor.js'
import { toMs } from '../kernel/moment.js'
import type { BreachFact } from '../register/facts.js'
import type { Register } from '../register/register.js'
import { breaks, regionsOf } from '../rules/breaks.js'
import { pathAt } from '../rules/path.js'
import { rulerOf } from '../rules/ruler.js'

type Sees = (breach: BreachFact) => boolean

/** Whether a breach lay in a region, or in one below it, when it was made. */
export const liesIn = (register: Register, breach: BreachFact, within: string): boolean =>
  regionsOf(register, breach).some((region) =>
    pathAt(register, region, toMs(breach.at)).regions.includes(within),
  )

/**
 * Those that break an assurance which the caller may read, and what a minister stated in purdah, if
 * the statement is for the caller: who reads a promise is told whether it was kept.
 */
export const ofReadableAssurances = (reader: Reader): Sees => {
  const assurances = allReadable(reader)
  const { register } = reader
  return (breach) => {
    if (breach.kind === 'PURDAH') return readable(reader, breach.of) !== null
    const ruler = breach.programme && rulerOf(register, breach.programme, toMs(register.head.at))
    if (!ruler) return false
    return assurances.some((assurance) => breaks(ruler, breach, assurance))
  }
}

/** Who asks, by what is known now, and where reports are kept. */
type Asking = Pick<Context, 'actor' | 'registerNow' | 'database'>

const ofReportsBy = async ({ database }: Asking, actor: Actor): Promise<Sees> => {
  const rows = await database.query<{ id: string }[]>(
    `SELECT report.id FROM upload_report AS report JOIN breach ON breach.of = report.id::text
     WHERE breach.kind = 'UPLOAD' AND report.supplier = $1`,
    [actor.supplier],
  )
  const own = new Set(rows.map(({ id }) => id))
  const isOf = (programme: string | null) => programme !== null && isOfProgramme(actor, programme)
  return ({ kind, of, programme }) => kind === 'UPLOAD' && own.has(of) && isOf(programme)
}

/** Which breaches the caller may see: all, or those of its own. */
export const breachesSeenBy = async (context: Asking): Promise<Sees> => {
  const actor = mustBeKnown(context)
  const { registerNow } = context
  switch (actor.role) {
    case 'PROGRAMME_ADMIN':
    case 'AUDITOR':
    case 'OPERATOR':
      return () => true
    case 'REGIONAL_LEAD':
      return (breach) => actor.region !== null && liesIn(registerNow, breach, actor.region)
    case 'PRACTICE':
      return ({ practice }) => practice === actor.organisation
    case 'LIAISON':
      return ofReadableAssurances({ actor, register: registerNow })
    case 'PARTNER':
      return ofReportsBy(context, actor)
  }
}
