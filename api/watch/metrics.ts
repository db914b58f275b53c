import { Histogram, Registry } from 'prom-client'
import { Tally } from './tally.js'

/** What this process counts and measures, whoever asks for it and whether or not. */
export const measured = new Registry()

const SECONDS = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.1, 0.25, 1, 5]

/** Paths are those of the server's own routes: what strangers try is one path, `other`. */
export const requestSeconds = new Histogram({
  name: 'holdfast_request_seconds',
  help: 'Seconds from a request to its answer, by path and status.',
  labelNames: ['path', 'status'],
  buckets: SECONDS,
  registers: [measured],
})

export const rulingSeconds = new Histogram({
  name: 'holdfast_ruling_seconds',
  help: 'Seconds to rule on all practices of one question.',
  buckets: SECONDS,
  registers: [measured],
})

export const rulingOutcomes = new Tally(measured, {
  name: 'holdfast_rulings_total',
  help: 'Rulings on single practices, by outcome.',
  label: 'outcome',
})

export const rulingReasons = new Tally(measured, {
  name: 'holdfast_ruling_reasons_total',
  help: 'Reasons to refuse, each of each ruling, by code.',
  label: 'code',
})

export const refusals = new Tally(measured, {
  name: 'holdfast_refusals_total',
  help: 'Errors answered to requests, by code.',
  label: 'code',
})
