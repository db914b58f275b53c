import type { Action } from '../shared/action.js'
import { Actions } from '../shared/Actions.js'
import { OwnPlace } from '../places/OwnPlace.js'
import { PageHead } from '../shared/PageHead.js'
import { ActivitySwitch } from './ActivitySwitch.js'
import { Assurances } from './Assurances.js'
import { useChosen } from './chosen.js'
import { LatestEntries } from './LatestEntries.js'
import { Timeline } from './timeline/Timeline.js'
import { WaitingForMe } from './WaitingForMe.js'
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
      <div className="front-head">
        <PageHead title="What holds, where and why">
          <ActivitySwitch />
          <Actions at="/suspensions" actions={IMPOSE} />
        </PageHead>
      </div>
      <OwnPlace />
      <div className={sha ? 'front-top' : 'front-top by-sha'}>
        <WhereItHolds />
        <Timeline />
      </div>
      <div className="front-rest">
        <Assurances />
        <WaitingForMe />
        <LatestEntries />
      </div>
    </>
  )
}
