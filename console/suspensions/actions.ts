import type { Action } from '../shared/action.js'
import type { Viewer } from '../providers/viewer.js'
import type { SignOff, Suspension } from './source.js'

/** What imposing is called, by what a role may impose. */
const sayImpose = ({ roles }: Viewer): string => {
  if (roles.includes('PROGRAMME_ADMIN')) return 'Impose a suspension'
  return roles.includes('LIAISON')
    ? 'Impose an advisory suspension'
    : 'Take more time for your practice'
}

export const freshSuspension = (viewer: Viewer | null): readonly Action[] =>
  viewer
    ? [{ command: 'imposeSuspension', path: 'act/impose', label: sayImpose(viewer) }]
    : []

/** Advice is its giver's, and the time that a practice took is that practice's. */
const mayEnd = ({ strength, imposedBy, scope }: Suspension, viewer: Viewer): boolean => {
  const ownPractice = imposedBy === null ? (scope[0]?.practices?.[0] ?? null) : null
  const keptTo = strength === 'ADVISORY' ? (imposedBy?.code ?? ownPractice) : ownPractice
  return keptTo === null ? viewer.roles.includes('PROGRAMME_ADMIN') : keptTo === viewer.organisation
}

/** Nobody is excepted from advice, nor from the time that a practice took for itself. */
export const mayAsk = ({ strength, imposedBy, endedAt }: Suspension): boolean =>
  endedAt === null && strength === 'BINDING' && imposedBy !== null

const asksToSign = ({ conditions }: Suspension, { organisation }: Viewer): boolean =>
  conditions.some((each) => each.kind === 'SIGN_OFF' && each.organisation === organisation)

/** What can be done to a suspension as it stands, by who looks at it. */
export const actionsOf = (suspension: Suspension, viewer: Viewer | null): readonly Action[] => {
  if (suspension.endedAt !== null || !viewer) return []
  return [
    ...(asksToSign(suspension, viewer)
      ? [{ command: 'recordSignOff', path: 'sign-off', label: 'Sign a condition off' } as const]
      : []),
    ...(mayEnd(suspension, viewer)
      ? ([
          { command: 'liftSuspension', path: 'lift', label: 'Lift' },
          { command: 'replaceSuspension', path: 'replace', label: 'Replace' },
          { command: 'annulSuspension', path: 'annul', label: 'Annul' },
        ] as const)
      : []),
  ]
}

/** A sign-off is taken back by whoever gave it. */
export const mayWithdraw = ({ organisation, withdrawnAt }: SignOff, viewer: Viewer | null) =>
  withdrawnAt === null &&
  organisation === viewer?.organisation &&
  viewer.commands.includes('withdrawSignOff')
