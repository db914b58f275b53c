import { useId, useState, type ChangeEvent } from 'react'
import { canDigest, sha256Of } from '../shared/command/sha256.js'
import { SummaryList } from '../shared/SummaryList.js'
import type { Assurance } from './source.js'

type Document = NonNullable<Assurance['document']>
type Finding = { readonly tone: 'good' | 'bad'; readonly text: string }

const compare = async (file: File, { sha256 }: Document): Promise<Finding> => {
  const found = await sha256Of(file)
  return found === sha256
    ? { tone: 'good', text: `${file.name} is the document, byte for byte.` }
    : { tone: 'bad', text: `${file.name} is another file: its SHA-256 is ${found}.` }
}

/** Compares a file with the digest that was recorded. Nothing of it leaves the page. */
const Check = ({ document }: { document: Document }) => {
  const id = useId()
  const [finding, say] = useState<Finding | null>(null)
  const choose = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0]
    if (!file) return
    say(null)
    try {
      say(await compare(file, document))
    } catch {
      say({ tone: 'bad', text: `${file.name} could not be read. Choose it again.` })
    }
  }
  return (
    <div className="file no-print">
      <label htmlFor={id}>Check a file against it</label>
      <input
        id={id} type="file" aria-describedby={`${id}-help`}
        onChange={(event) => void choose(event)}
      />
      <p id={`${id}-help`} className="quiet">The file stays on your machine.</p>
      <div role="status">
        {finding && <p className={`banner ${finding.tone}`}>{finding.text}</p>}
      </div>
    </div>
  )
}

/** The document that holds what was said, by its name and digest. */
export const CheckFile = ({ document }: { document: Assurance['document'] }) => {
  if (!document) return <p className="under">No document was recorded with it.</p>
  return (
    <>
      <h3>The document that holds it</h3>
      <SummaryList
        rows={[
          ['Name', document.name],
          ['SHA-256', <span className="digest">{document.sha256}</span>],
        ]}
      />
      {canDigest() && <Check document={document} />}
    </>
  )
}
