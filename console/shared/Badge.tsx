import { sayCount } from './when.js'

/** A number that somebody has to know of, beside a link; in words for whoever does not see it. */
export const Badge = ({ count, is }: { count: number; is: string }) =>
  count > 0 ? (
    <>
      <span className="visually-hidden">, </span>
      <span className="badge">{sayCount(count)}</span>
      <span className="visually-hidden">{` ${is}`}</span>
    </>
  ) : null
