import type { ReactNode } from 'react'
import { Link as RouterLink } from 'react-router'

/** A link within the console. The moments looked at go with it (as-at.tsx). */
export const Link = ({ to, children, ...rest }: {
  to: string
  children: ReactNode
  className?: string
  'aria-current'?: 'page' | undefined
  'aria-label'?: string
}) => (
  <RouterLink to={to} {...rest}>
    {children}
  </RouterLink>
)
