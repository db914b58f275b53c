import { FieldView, isNothing, type Fields } from '../shared/FieldsView.js'
import { sayCommand } from '../shared/say.js'
import { Table, type Column } from '../shared/Table.js'
import type { Entry } from './source.js'

interface Field {
  readonly name: string
  readonly before: unknown
  readonly after: unknown
}

const isAlike = ({ before, after }: Field): boolean =>
  JSON.stringify(before) === JSON.stringify(after) || (isNothing(before) && isNothing(after))

const fieldsOf = (before: Fields | null, after: Fields): readonly Field[] =>
  [...new Set([...Object.keys(before ?? {}), ...Object.keys(after)])].map((name) => ({
    name, before: before?.[name], after: after[name],
  }))

const NAME: Column<Field> = { label: 'Field', cell: ({ name }) => sayCommand(name) }
const BEFORE: Column<Field> = {
  label: 'Before', cell: ({ name, before }) => <FieldView name={name} of={before} />,
}
const AFTER: Column<Field> = {
  label: 'After', cell: ({ name, after }) => <FieldView name={name} of={after} />,
}

/** What an entry changed of its row, field by field; of a new row, all that it holds. */
export const ChangedFields = ({ body }: { body: NonNullable<Entry['body']> }) => {
  const before = body.before as Fields | null
  const fields = fieldsOf(before, body.after as Fields)
  const changed = fields.filter((field) => !isAlike(field))
  const same = fields.filter(isAlike)
  return (
    <>
      <Table
        caption={before ? 'Fields that it changed' : 'What the new row holds'}
        columns={before ? [NAME, BEFORE, AFTER] : [NAME, { ...AFTER, label: 'Value' }]}
        rows={changed}
        keyOf={({ name }) => name}
        none="It changed no field."
      />
      {before && same.length > 0 && (
        <details>
          <summary>{`Fields that stayed as they were: ${same.length}`}</summary>
          <Table
            caption="Fields that stayed as they were"
            captionHidden
            columns={[NAME, { ...AFTER, label: 'Value' }]}
            rows={same}
            keyOf={({ name }) => name}
            none="None."
          />
        </details>
      )}
    </>
  )
}
