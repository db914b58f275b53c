import { useEffect } from 'react'
import { sayCount } from '../../shared/when.js'

/** A text as CSS takes it. */
const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`

const FONT = 'font: 8pt system-ui, sans-serif; color: #43525f;'

const rulesOf = (id: string, { sequence, root }: { sequence: number; root: string }): string => `
  @page {
    size: A4;
    margin: 18mm 15mm 20mm;
    @top-left { content: ${quoted(`Holdfast: report on assurance ${id}`)}; ${FONT} }
    @top-right { content: "Page " counter(page) " of " counter(pages); ${FONT} }
    @bottom-left { content: ${quoted(`Ledger #${sayCount(sequence)}, root ${root}`)}; ${FONT} }
  }`

/** Puts the ledger's head and the number of the page on every page that is printed. */
export const usePageMargins = (id: string, head: { sequence: number; root: string }): void => {
  const { sequence, root } = head
  useEffect(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(rulesOf(id, { sequence, root }))
    document.adoptedStyleSheets.push(sheet)
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet)
    }
  }, [id, sequence, root])
}
