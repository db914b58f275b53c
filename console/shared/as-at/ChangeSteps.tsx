import { useState } from 'react'
import { Button } from '@mui/material'
import { ask } from '../../graphql/ask.js'
import { graphql } from '../../graphql/tada.js'
import type { Moments } from '../as-at.js'

const LAST_BY = graphql(`
  query LastChangeBy($at: DateTime!) {
    ledgerEntries(first: 1, at: $at, orderBy: { field: SEQUENCE, direction: DESC }) {
      edges { cursor node { at } }
    }
  }
`)

const FIRST_AFTER = graphql(`
  query FirstChangeAfter($after: String) {
    ledgerEntries(first: 1, after: $after, orderBy: { field: SEQUENCE, direction: ASC }) {
      edges { node { at } }
    }
  }
`)

const lastBy = async (at: string) => (await ask(LAST_BY, { at })).ledgerEntries.edges[0]

/** The moment of the last change before another; null where the ledger begins after it. */
const changeBefore = async (at: string): Promise<string | null> => {
  const justBefore = new Date(Date.parse(at) - 1).toISOString()
  return (await lastBy(justBefore))?.node.at ?? null
}

/** The moment of the first change after another: what stands behind the last one by then. */
const changeAfter = async (at: string): Promise<string | null> => {
  const after = (await lastBy(at))?.cursor ?? null
  return (await ask(FIRST_AFTER, { after })).ledgerEntries.edges[0]?.node.at ?? null
}

/** Goes from change to change, as the ledger has them for who looks. */
export const ChangeSteps = ({ at, look }: {
  at: string
  look: (moments: Partial<Moments>) => void
}) => {
  const [said, say] = useState('')
  const step = async (find: typeof changeBefore, none: string) => {
    const moment = await find(at)
    say(moment ? '' : none)
    if (moment) look({ at: moment })
  }
  const go = (find: typeof changeBefore, none: string) => {
    step(find, none).catch((error: unknown) => say((error as Error).message))
  }
  return (
    <>
      <Button variant="outlined" onClick={() => go(changeBefore, 'No change comes before it.')}>
        Previous change
      </Button>
      <Button variant="outlined" onClick={() => go(changeAfter, 'No change comes after it.')}>
        Next change
      </Button>
      <span role="status" className="quiet">{said}</span>
    </>
  )
}
