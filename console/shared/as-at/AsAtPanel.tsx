import { Button } from '@mui/material'
import { useCanAccess } from 'react-admin'
import { useAsAt } from '../as-at.js'
import { useNow } from '../clock.js'
import { ChangeSteps } from './ChangeSteps.js'
import { DaySlider } from './DaySlider.js'
import { MomentsForm } from './MomentsForm.js'

/** Chooses the moment that everything is looked at, and the moment whose knowledge counts. */
export const AsAtPanel = () => {
  const { at, knownAt, look } = useAsAt()
  const now = useNow()
  const { canAccess: readsLedger } = useCanAccess({ resource: 'ledger', action: 'list' })
  return (
    <>
      <MomentsForm at={at} knownAt={knownAt} look={look} />
      {now && <DaySlider at={at} now={now} look={look} />}
      <div className="row">
        {now && readsLedger && <ChangeSteps at={at ?? now} look={look} />}
        <Button variant="outlined" onClick={() => look({ at: null, knownAt: null })}>Now</Button>
      </div>
    </>
  )
}
