import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { handOn, type OutcomeProps } from '../Outcome.js'

/** What follows a command: all is read anew, and where it led says what came of it. */
export const useLeaving = (drop: () => void) => {
  const client = useQueryClient()
  const navigate = useNavigate()
  const settle = async (): Promise<void> => {
    drop()
    await client.invalidateQueries()
  }
  const leave = async (to: string, outcome: OutcomeProps): Promise<void> => {
    await settle()
    await navigate(to, { state: handOn(outcome) })
  }
  return { settle, leave }
}
