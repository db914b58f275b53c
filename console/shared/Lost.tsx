import { Link } from './Link.js'
import { PageHead } from './PageHead.js'

/** Nothing is at this address, or not for who asks. */
export const Lost = () => (
  <>
    <PageHead title="Nothing is at this address" />
    <p>
      It may have been mistyped, or what is there is not for you to see.{' '}
      <Link to="/">Go to the front page.</Link>
    </p>
  </>
)
