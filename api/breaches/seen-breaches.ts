import { mustBeKnown, type Context } from '../access/context.js'
import type { Actor } from '../kernel/actor.js'
import { toMs } from '../kernel/moment.js'
import type { BreachFact } from '../register/facts.js'
import type { Register } from '../register/register.js'
import { pathAt } from '../rules/path.js'
import { concernsAssurance } from './concerns-assurance.decision.js'

type Sees = (breach: BreachFact) => boolean

const ofRegion =
  (register: Register, own: string | null): Sees =>
  ({ region, at }) =>
    region !== null && own !== null && pathAt(register, region, toMs(at)).regions.includes(own)

const ofAssurancesTo = (register: Register, organisation: string): Sees => {
  const given = [...register.all('assurance')].filter(({ givenTo }) =>
    givenTo.some((each) => each.organisation === organisation),
  )
  return (breach) => given.some((assurance) => concernsAssurance(register, breach, assurance))
}

const ofReportsBy = async ({ database }: Context, actor: Actor): Promise<Sees> => {
  const rows = await database.query<{ id: string }[]>(
    `SELECT report.id FROM upload_report AS report JOIN breach ON breach.of = report.id::text
     WHERE breach.kind = 'UPLOAD' AND report.supplier = $1`,
    [actor.supplier],
  )
  const own = new Set(rows.map(({ id }) => id))
  return ({ kind, of }) => kind === 'UPLOAD' && own.has(of)
}

/** Which breaches the caller may see: all, or those of its own. */
export const breachesSeenBy = async (context: Context): Promise<Sees> => {
  const actor = mustBeKnown(context)
  const { registerNow } = context
  switch (actor.role) {
    case 'PROGRAMME_ADMIN':
    case 'AUDITOR':
    case 'OPERATOR':
      return () => true
    case 'REGIONAL_LEAD':
      return ofRegion(registerNow, actor.region)
    case 'PRACTICE':
      return ({ practice }) => practice === actor.organisation
    case 'LIAISON':
      return ofAssurancesTo(registerNow, actor.organisation)
    case 'PARTNER':
      return ofReportsBy(context, actor)
  }
}
