import type { ReactNode } from 'react'
import { useParams } from 'react-router'
import type { Asking } from '../../graphql/tada.js'
import { useAsk } from '../../graphql/use-ask.js'
import { WaitingAbout } from '../../proposals/WaitingAbout.js'
import type { Row } from '../../providers/source.js'
import type { Action } from '../action.js'
import { Actions } from '../Actions.js'
import { useAsAt } from '../as-at.js'
import { Lost } from '../Lost.js'
import { PageHead, type Crumb } from '../PageHead.js'
import { thingAt } from '../things.js'
import { Waiting } from '../Waiting.js'
import { idOf } from './by-node.js'

interface Props<Of extends Row> {
  readonly resource: string
  readonly label: string
  /** The type that stands before the code, where the document asks `node`: "Programme". */
  readonly type?: string
  readonly document: Asking<{ row: Of | null }>
  readonly titleOf: (row: Of) => string
  readonly tagsOf?: (row: Of) => ReactNode
  readonly actionsOf?: (row: Of) => readonly Action[]
  /** What stands between the list and the thing, such as the regions above a practice. */
  readonly crumbsOf?: (row: Of) => readonly Crumb[]
  readonly children: (row: Of) => ReactNode
}

const Found = <Of extends Row>({ row, ...props }: Props<Of> & { row: Of }) => {
  const { resource, label, titleOf, tagsOf, actionsOf, crumbsOf, children } = props
  return (
    <>
      <PageHead
        title={titleOf(row)}
        crumbs={[
          { to: `/${resource}`, text: label },
          ...(crumbsOf?.(row) ?? []),
          { text: row.id },
        ]}
      >
        {tagsOf?.(row)}
      </PageHead>
      {actionsOf && (
        <Actions at={`/${resource}/${encodeURIComponent(row.id)}`} actions={actionsOf(row)} />
      )}
      <WaitingAbout of={thingAt(resource, row.id)} />
      {children(row)}
    </>
  )
}

/** The page of one thing, as at the moment looked at. */
export const RecordPage = <Of extends Row>(props: Props<Of>) => {
  const { id = '' } = useParams()
  const { at, knownAt } = useAsAt()
  const query = useAsk(props.document, { id: idOf(id, props.type), at, knownAt })
  return (
    <Waiting query={query}>
      {({ row }) => (row ? <Found {...props} row={row} /> : <Lost />)}
    </Waiting>
  )
}
