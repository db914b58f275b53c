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

/** A hash of the tree: its 32 bytes, one to a character, which is faster than a Buffer by half. */
type TreeHash = string

// In one call: an object for each hash would cost more than the hashing.
const sha256 = (bytes: Buffer | string): TreeHash => hash('sha256', bytes, 'binary')

const LEAF = '\0'
const NODE = Buffer.from([1])

/** RFC 8785 text of a JSON value. */
export const canonical = (value: unknown): string => {
  const text = canonicalize(value)
  invariant(text !== undefined, 'a value that JSON cannot hold')
  return text
}

/** What the canonical texts of all headers of one change have in common. */
interface Frame {
  readonly of: Omit<EntryHeader, 'sequence' | 'bodyHash'>
  readonly beforeHash: string
  readonly beforeSequence: string
  readonly end: string
}

const frameOf = ({ at, change, issuer, kind, organisation, subject }: EntryHeader): Frame => {
  const between = canonical({ change, issuer, kind, organisation }).slice(1, -1)
  return {
    of: { at, change, issuer, kind, organisation, subject },
    beforeHash: `{"at":${canonical(at)},"bodyHash":`,
    beforeSequence: `,${between},"sequence":`,
    end: `,"subject":${canonical(subject)}}`,
  }
}

const isOf = ({ of }: Frame, header: EntryHeader): boolean =>
  of.change === header.change &&
  of.at === header.at &&
  of.issuer === header.issuer &&
  of.kind === header.kind &&
  of.organisation === header.organisation &&
  of.subject === header.subject

/** That of the last header: one change writes many entries. */
let frame: Frame | null = null

/** The same text of a header, put together around its hash, which is hexadecimal: faster by far. */
const canonicalHeader = (header: EntryHeader): string => {
  if (!frame || !isOf(frame, header)) frame = frameOf(header)
  const { beforeHash, beforeSequence, end } = frame
  return beforeHash + JSON.stringify(header.bodyHash) + beforeSequence + header.sequence + end
}

/** Where a body is put behind its salt, if there is room: none of it outlasts its hash. */
const bodyRoom = Buffer.alloc(8_192)

/** Hash of a body's canonical text, behind its own 128-bit salt so that it cannot be guessed. */
export const hashBody = (salt: string, body: string): string => {
  const most = salt.length + Buffer.byteLength(body)
  const bytes = most <= bodyRoom.length ? bodyRoom : Buffer.allocUnsafe(most)
  const start = bytes.write(salt, 'hex')
  const end = start + bytes.write(body, start)
  return hash('sha256', bytes.subarray(0, end), 'hex')
}

/** The RFC 6962 tree so far: its size, and the roots of its complete subtrees, largest first. */
export interface Tree {
  readonly size: number
  readonly peaks: readonly TreeHash[]
}

export const EMPTY_TREE: Tree = { size: 0, peaks: [] }

const HASH_BYTES = 32
/** Where the bytes of a node are put together: none of them outlasts its hash. */
const node = Buffer.alloc(NODE.length + 2 * HASH_BYTES)
NODE.copy(node)

const hashNode = (left: TreeHash, right: TreeHash): TreeHash => {
  node.write(left, NODE.length, 'binary')
  node.write(right, NODE.length + HASH_BYTES, 'binary')
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
  const { size, peaks } = tree
  const root =
    size === 0 ? sha256('') : peaks.reduceRight((right, left) => hashNode(left, right))
  return Buffer.from(root, 'binary').toString('hex')
}
