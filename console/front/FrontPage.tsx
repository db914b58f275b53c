import { OwnPlace } from '../places/OwnPlace.js'
import { Actions, useViewer } from '../shared/Actions.js'
import { PageHead } from '../shared/PageHead.js'
import { freshSuspension } from '../suspensions/actions.js'
import { ActivitySwitch } from './ActivitySwitch.js'
import { Assurances } from './Assurances.js'
import { useChosen } from './chosen.js'
import { InForce } from './InForce.js'
import { LatestEntries } from './LatestEntries.js'
import { Timeline } from './timeline/Timeline.js'
import { WaitingForMe } from './WaitingForMe.js'
import { WhereItHolds } from './WhereItHolds.js'
import './front.css'

/** What holds, where and why, on one screen. */
export const FrontPage = () => {
  const { sha } = useChosen()
  const viewer = useViewer()
  return (
    <>
      <div className="front-head">
        <PageHead title="What holds, where and why">
          <ActivitySwitch />
          <Actions at="/suspensions" actions={freshSuspension(viewer)} />
        </PageHead>
      </div>
      <OwnPlace />
      <div className={sha ? 'front-top' : 'front-top by-sha'}>
        <WhereItHolds />
        <Timeline />
      </div>
      <div className="front-rest">
        <InForce />
        <Assurances />
        <WaitingForMe />
        <LatestEntries />
      </div>
    </>
  )
}
