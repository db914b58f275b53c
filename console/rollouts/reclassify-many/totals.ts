import { sayHowMany } from '../../shared/when.js'
import type { Job } from './job.js'

const count = (jobs: readonly Job[], is: (job: Job) => boolean): number => jobs.filter(is).length

/** What all of them turn together, each by itself. */
export const sayTotals = (jobs: readonly Job[]): string => {
  const sum = (of: 'permitted' | 'refused' | 'noLongerHeld') =>
    jobs.reduce((all, { outcome }) => all + (outcome?.effect?.[of] ?? 0), 0)
  const turned = (many: number) => sayHowMany(many, 'practice')
  return `In all, ${turned(sum('permitted'))} from refused to permitted, ` +
    `${turned(sum('refused'))} from permitted to refused, and ` +
    `${turned(sum('noLongerHeld'))} out of a suspension that held them.`
}

/** How many of the previews have to be signed, take effect at once, or were refused. */
export const sayPreviews = (jobs: readonly Job[]): string => {
  const signed = count(jobs, ({ standing, outcome }) =>
    standing === 'PREVIEWED' && Boolean(outcome?.proposal))
  const atOnce = count(jobs, ({ standing }) => standing === 'PREVIEWED') - signed
  const refused = count(jobs, ({ standing }) => standing === 'REFUSED')
  return `${sayHowMany(atOnce, 'rollout')} at once; ${sayHowMany(signed, 'rollout')} after ` +
    `signatures; ${sayHowMany(refused, 'rollout')} refused, and not sent.`
}

/** How many came to what. */
export const sayOutcomes = (jobs: readonly Job[]): string => {
  const of = (standing: Job['standing']) => count(jobs, (job) => job.standing === standing)
  const open = count(jobs, ({ standing }) => standing === 'TO_DO' || standing === 'PREVIEWED')
  return [
    `${sayHowMany(of('APPLIED'), 'rollout')} reclassified`,
    `${of('WAITS')} waiting for signatures`,
    `${of('REFUSED')} refused`,
    ...(of('UNKNOWN') ? [`${of('UNKNOWN')} of which it is not known`] : []),
    ...(open ? [`${open} not sent yet`] : []),
  ].join(', ') + '.'
}
