import type { Action } from '../shared/action.js'
import { Actions } from '../shared/Actions.js'
import { PageHead } from '../shared/PageHead.js'
import { ActivitySwitch } from './ActivitySwitch.js'
import { useChosen } from './chosen.js'
import { WhereItHolds } from './WhereItHolds.js'
import './front.css'

const IMPOSE: readonly Action[] = [
  { command: 'imposeSuspension', path: 'act/impose', label: 'Impose a suspension' },
]

/** What holds, where and why, on one screen. */
export const FrontPage = () => {
  const { sha } = useChosen()
  return (
    <>
      <PageHead title="What holds, where and why">
        <ActivitySwitch />
        <Actions at="/suspensions" actions={IMPOSE} />
      </PageHead>
      <div className={sha ? 'front-top' : 'front-top by-sha'}>
        <WhereItHolds />
      </div>
    </>
  )
}
