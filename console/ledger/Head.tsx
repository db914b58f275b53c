import { graphql } from '../graphql/tada.js'
import { useAsk } from '../graphql/use-ask.js'
import { useAsAt } from '../shared/as-at.js'
import { CopyButton } from '../shared/CopyButton.js'
import { EntryLink } from '../shared/EntryLink.js'
import { Section } from '../shared/Section.js'
import { SummaryList } from '../shared/SummaryList.js'
import { Waiting } from '../shared/Waiting.js'
import { Moment } from '../shared/when.js'

const HEAD = graphql(`
  query LedgerHead($knownAt: DateTime) {
    ledgerHead(knownAt: $knownAt) { sequence at root }
  }
`)

/** Where the ledger ends, and what to do with that. */
export const Head = () => {
  const { knownAt } = useAsAt()
  const query = useAsk(HEAD, { knownAt })
  return (
    <Section title="Where it ends">
      <Waiting query={query}>
        {({ ledgerHead: { sequence, at, root } }) => (
          <>
            <SummaryList
              rows={[
                ['Last entry', <EntryLink sequence={sequence} />],
                ['Entered', <Moment of={at} />],
                ['Root', <><code>{root}</code> <CopyButton text={root} what="the root" /></>],
              ]}
            />
            <p>
              The root stands for every entry so far. Keep it somewhere else, with its day: whoever
              runs Holdfast can later check that nothing before it was altered or taken out.
            </p>
            <p><code>{`npm run verify -- --head ${root}`}</code></p>
          </>
        )}
      </Waiting>
    </Section>
  )
}
