import { Button } from '@mui/material'
import { Link as RouterLink } from 'react-router'
import { useViewer } from '../shared/Actions.js'
import { useAsAt } from '../shared/as-at.js'
import { Link } from '../shared/Link.js'
import { MayItUpload } from '../practices/MayItUpload.js'

/** "Your practice: may it upload today?", with the way to all that is known of it. */
export const OwnPractice = ({ practice }: { practice: string }) => {
  const viewer = useViewer()
  const { isNow } = useAsAt()
  return (
    <MayItUpload practice={practice} whose="Your practice">
      <div className="row">
        <Link to={`/practices/${encodeURIComponent(practice)}`}>
          {`Open the page of your practice (${practice})`}
        </Link>
        {isNow && viewer?.commands.includes('recordAgreement') && (
          <Button
            component={RouterLink} variant="outlined"
            to={`/agreements/act/record?practice=${encodeURIComponent(practice)}`}
          >
            Give agreement
          </Button>
        )}
      </div>
    </MayItUpload>
  )
}
