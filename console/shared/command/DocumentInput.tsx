import { useId, useState, type ChangeEvent } from 'react'
import { TextInput, required } from 'react-admin'
import { useFormContext } from 'react-hook-form'
import { canDigest, sha256Of } from './sha256.js'

const isDigest = (text: unknown): string | undefined =>
  typeof text !== 'string' || text === '' || /^[0-9a-f]{64}$/.test(text)
    ? undefined
    : 'Give 64 digits of hexadecimal, 0 to 9 and a to f'

const lowerCase = (text: string): string => text.trim().toLowerCase()

/** Chooses a file: its name and its digest go into the form, and nothing of it goes anywhere. */
const FileInput = ({ take }: { take: (name: string, sha256: string) => void }) => {
  const id = useId()
  const [said, say] = useState('')
  const choose = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0]
    if (!file) return
    say('Computing the SHA-256 …')
    try {
      take(file.name, await sha256Of(file))
      say(`Name and SHA-256 are those of ${file.name}.`)
    } catch {
      say(`${file.name} could not be read. Choose it again, or give both by hand.`)
    }
  }
  return (
    <div className="file">
      <label htmlFor={id}>Take both from a file</label>
      <input
        id={id} type="file" aria-describedby={`${id}-help`}
        onChange={(event) => void choose(event)}
      />
      <p id={`${id}-help`} className="quiet">
        The file stays on your machine: only its name and its SHA-256 are kept.
      </p>
      <p role="status" className="quiet">{said}</p>
    </div>
  )
}

interface Props {
  /** The field of the input that holds the document. */
  readonly source: string
  /** What the document is: "Evidence of the outcome". */
  readonly label: string
  /** True where it may be left out. */
  readonly isOptional?: boolean
}

/** A document that is kept elsewhere, by its name and the SHA-256 of its bytes. */
export const DocumentInput = ({ source, label, isOptional = false }: Props) => {
  const { setValue } = useFormContext()
  const mustBe = isOptional ? [] : [required()]
  const take = (name: string, sha256: string) => {
    const options = { shouldDirty: true, shouldValidate: true }
    setValue(`${source}.name`, name, options)
    setValue(`${source}.sha256`, sha256, options)
  }
  return (
    <fieldset className="fields">
      <legend>{isOptional ? `${label} (may be left out)` : label}</legend>
      {canDigest() && <FileInput take={take} />}
      <TextInput source={`${source}.name`} label="Name of the document" validate={mustBe} />
      <TextInput
        source={`${source}.sha256`} label="SHA-256 of the document" fullWidth
        parse={lowerCase} validate={[...mustBe, isDigest]}
      />
    </fieldset>
  )
}

interface Typed {
  readonly name?: string | null
  readonly sha256?: string | null
}

/** The document of a form's values; null where it was left out. */
export const documentOf = (typed: unknown): { name: string; sha256: string } | null => {
  const { name, sha256 } = (typed ?? {}) as Typed
  return name || sha256 ? { name: name ?? '', sha256: sha256 ?? '' } : null
}
