import { sayDay, sayMoment } from './london.js'

export { fromLondon, sayDay, sayMoment, toLondon } from './london.js'

/** A day or a moment on the page, readable by machines too. */
export const Day = ({ of, none = 'Not known' }: { of: string | null; none?: string }) =>
  of ? <time dateTime={of}>{sayDay(of)}</time> : <>{none}</>

export const Moment = ({ of, none = 'Not known' }: { of: string | null; none?: string }) =>
  of ? <time dateTime={of}>{sayMoment(of)}</time> : <>{none}</>

const COUNT = new Intl.NumberFormat('en-GB')

/** "8,046". */
export const sayCount = (count: number): string => COUNT.format(count)

/** "1 practice", "8,046 practices". */
export const sayHowMany = (count: number, one: string, many = `${one}s`): string =>
  `${sayCount(count)} ${count === 1 ? one : many}`
