import type { ToldBreach } from '../Outcome.js'
import { sayList } from '../scope.js'
import { sayHowMany } from '../when.js'
import type { Effect } from './command.js'

type Recorded = NonNullable<Effect['breaches']>
type Breach = Recorded['edges'][number]['node']

const listOf = ({ edges }: Recorded): readonly Breach[] => edges.map(({ node }) => node)

/** What stood against it: "S-1 held it then". */
const sayAgainst = ({ suspensions, reasons }: Breach): string =>
  [
    ...(suspensions.length > 0 ? [`${sayList(suspensions.map(({ id }) => id))} held it then`] : []),
    ...(reasons.includes('IN_PURDAH')
      ? ['It fell into purdah, without exemption']
      : []),
  ].join('. ')

/** What stood against it, with its practice where it is of one. */
const sayWhich = (breach: Breach): string => {
  const { practice, practiceCode } = breach
  const where = practice?.name ?? practiceCode
  return where ? `${sayAgainst(breach)} (${where})` : sayAgainst(breach)
}

/** How many more there are than are listed. */
const sayMore = ({ edges, totalCount }: Recorded): readonly string[] =>
  totalCount > edges.length
    ? [`And ${sayHowMany(totalCount - edges.length, 'more breach', 'more breaches')}.`]
    : []

/** What a change would record as breaches, a sentence each; none where it would record none. */
export const sayBreachesBefore = ({ breaches }: Pick<Effect, 'breaches'>): readonly string[] =>
  breaches
    ? [
        ...listOf(breaches).map((each) => `${sayWhich(each)}: this is recorded as a breach.`),
        ...sayMore(breaches),
      ]
    : []

/** The breaches that a change recorded. */
export const breachesAfter = ({ breaches }: Pick<Effect, 'breaches'>): readonly ToldBreach[] =>
  breaches ? listOf(breaches).map((each) => ({ id: each.id, text: sayWhich(each) })) : []
