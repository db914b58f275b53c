import type { Role } from './vocabulary.js'

/**
 * Who acts: a person or system is (issuer, subject), and speaks for the organisation of its token.
 * `OPERATOR` is whoever runs Holdfast with the database's keys; no token can carry it.
 */
export interface Actor {
  readonly issuer: string
  readonly subject: string
  /** Code of the organisation; for `PRACTICE`, of the practice. */
  readonly organisation: string
  readonly role: Role | 'OPERATOR'
  /** The region whose subtree a `REGIONAL_LEAD` acts in. */
  readonly region: string | null
  /** The system supplier a `PARTNER` is. */
  readonly supplier: string | null
  /** The programmes a `PARTNER` is narrowed to, by code; null for any. */
  readonly programmes: readonly string[] | null
}

/** The one who starts, imports and demonstrates Holdfast on its own machine. */
export const operator = (subject: string): Actor => ({
  issuer: 'operator',
  subject,
  organisation: 'DH',
  role: 'OPERATOR',
  region: null,
  supplier: null,
  programmes: null,
})
