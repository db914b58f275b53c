import type { JSONWebKeySet } from 'jose'
import type { Role } from '../kernel/vocabulary.js'

/** The signatures that an issuer may use: each has a public key that cannot sign. */
export const ALGORITHMS = [
  'ES256', 'ES384', 'ES512', 'RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512',
  'EdDSA', 'Ed25519',
] as const
export type Algorithm = (typeof ALGORITHMS)[number]

/** What counts where an issuer's configuration pins nothing narrower. */
export const USUAL_ALGORITHMS: readonly Algorithm[] = ['ES256', 'RS256', 'PS256', 'EdDSA']

/** Where in a token something stands, and what its values mean here. */
export interface ClaimSource {
  /** The claim's name. */
  readonly claim: string
  /** The claim is a list: the one whose `member` equals the claim named counts. */
  readonly select?: { readonly member: string; readonly claim: string }
  /** The claim, or what was selected of it, is an object: this member counts. */
  readonly member?: string
  /** Only what follows the last of these counts. */
  readonly after?: string
  /** What each value means here; any other is refused. Without it a value is taken as it is. */
  readonly values?: Readonly<Record<string, string>>
}

/** What is told of the bearer of a token. */
export const TOLD = [
  'subject', 'organisation', 'role', 'region', 'supplier', 'programmes',
] as const
export type Told = (typeof TOLD)[number]

/** Where each thing stands, or the text that it always is. */
export type ClaimMapping = Readonly<Record<Told, ClaimSource | { readonly always: string }>>

/** A token that was made for Holdfast says each thing under its own name. */
export const USUAL_CLAIMS: ClaimMapping = {
  subject: { claim: 'sub' },
  organisation: { claim: 'organisation' },
  role: { claim: 'role' },
  region: { claim: 'region' },
  supplier: { claim: 'supplier' },
  programmes: { claim: 'programmes' },
}

/** The organisations, regions and suppliers that a role may be given for, by code. */
export type Bodies = readonly string[] | 'ANY'

/** The client that the console is to an issuer that signs people in for it. */
export interface ConsoleClient {
  /** What people are offered to sign in with. */
  readonly name: string
  readonly clientId: string
  readonly scope: string
  /** The resource indicator (RFC 8707) that its tokens are asked for with; null for none. */
  readonly resource: string | null
}

/** Somebody whose tokens count, with the keys they are signed with and what they may say. */
export interface Issuer {
  readonly issuer: string
  readonly audience: string
  readonly algorithms: readonly Algorithm[]
  /** Its public keys; null where it publishes them by OpenID discovery. */
  readonly keys: JSONWebKeySet | null
  /** The roles its tokens may carry, and for whom each. */
  readonly gives: Readonly<Partial<Record<Role, Bodies>>>
  readonly claims: ClaimMapping
  /** Left out where the console signs nobody in there. */
  readonly console?: ConsoleClient
}
