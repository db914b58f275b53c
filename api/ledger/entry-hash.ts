import { hash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { invariant } from '../kernel/invariant.js'
import type { Moment } from '../kernel/moment.js'

/**
 * The format of the ledger: what is hashed, and how. A writer and a verifier share this file and
 * nothing else. Canonical bytes are RFC 8785; leaves and nodes are hashed as in RFC 6962, with
 * SHA-256. All hashes and salts are lower-case hexadecimal.
 */

/** The leaf of the tree: who changed something when, without saying what. */
export interface EntryHeader {
  readonly sequence: number
  readonly at: Moment
  /** One id for all entries that one change wrote. */
  readonly change: string
  readonly issuer: string
  readonly subject: string
  readonly organisation: string
  /** The command that made the change. */
  readonly kind: string
  readonly bodyHash: string
}

/** What was changed: one row before and after. Hashed apart, so that it can be redacted. */
export interface EntryBody {
  readonly table: string
  readonly key: string
  readonly before: unknown
  readonly after: unknown
  readonly reason: string
}

/** An entry without its body. */
export interface HashedEntry {
  readonly header: EntryHeader
  readonly root: string
}

// In one call: an object for each hash would cost more than the hashing.
const sha256 = (bytes: Buffer | string): Buffer => hash('sha256', bytes, 'buffer')

const LEAF = '\0'
const NODE = Buffer.from([1])

/** RFC 8785 text of a JSON value. */
export const canonical = (value: unknown): string => {
  const text = canonicalize(value)
  invariant(text !== undefined, 'a value that JSON cannot hold')
  return text
}

/** The same text of a header, whose members are written here in their order: faster by far. */
const canonicalHeader = (header: EntryHeader): string => {
  const { at, bodyHash, change, issuer, kind, organisation, sequence, subject } = header
  const members = { at, bodyHash, change, issuer, kind, organisation, sequence, subject }
  const text = JSON.stringify(members)
  // Half a character, which JSON writes as an escape, is none that RFC 8785 lets pass.
  return text.includes('\\ud') ? canonical(members) : text
}

/** Hash of a body's canonical text, behind its own 128-bit salt so that it cannot be guessed. */
export const hashBody = (salt: string, body: string): string => {
  const salted = Buffer.from(salt, 'hex')
  const bytes = Buffer.allocUnsafe(salted.length + Buffer.byteLength(body))
  salted.copy(bytes)
  bytes.write(body, salted.length)
  return hash('sha256', bytes, 'hex')
}

/** The RFC 6962 tree so far: its size, and the roots of its complete subtrees, largest first. */
export interface Tree {
  readonly size: number
  readonly peaks: readonly Buffer[]
}

export const EMPTY_TREE: Tree = { size: 0, peaks: [] }

const HASH_BYTES = 32
/** Where the bytes of a node are put together: none of them outlasts its hash. */
const node = Buffer.alloc(NODE.length + 2 * HASH_BYTES)
NODE.copy(node)

const hashNode = (left: Buffer, right: Buffer): Buffer => {
  left.copy(node, NODE.length)
  right.copy(node, NODE.length + HASH_BYTES)
  return sha256(node)
}

/** The tree with more entries, in their order. */
export const growAll = (tree: Tree, headers: readonly EntryHeader[]): Tree => {
  const peaks = [...tree.peaks]
  let { size } = tree
  for (const header of headers) {
    invariant(header.sequence === size + 1, 'a ledger entry out of order')
    let peak = sha256(LEAF + canonicalHeader(header))
    // Two complete subtrees of one size make the next size, once for every trailing 1 of the size.
    for (let left = size; left % 2 === 1; left = (left - 1) / 2) {
      const before = peaks.pop()
      invariant(before, 'a tree that lacks a peak')
      peak = hashNode(before, peak)
    }
    peaks.push(peak)
    size += 1
  }
  return { size, peaks }
}

/** The tree with one more entry. */
export const grow = (tree: Tree, header: EntryHeader): Tree => growAll(tree, [header])

/** The RFC 6962 root of the tree; of an empty one, the hash of nothing. */
export const rootOf = (tree: Tree): string => {
  if (tree.size === 0) return sha256('').toString('hex')
  return tree.peaks.reduceRight((right, left) => hashNode(left, right)).toString('hex')
}
