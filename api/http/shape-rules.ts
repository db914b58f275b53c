import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases'
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth'
import { GraphQLError, type ValidationContext, type ValidationRule } from 'graphql'
import { Refusal, type RefusalCode } from '../kernel/refusal.js'
import { LIMITS } from './limits.js'

/** A refusal as validation knows it: Apollo gives it a code of its own, and we take ours back. */
const reportsTo =
  (code: RefusalCode, message: string) =>
  (context: ValidationContext | null): void => {
    const originalError = new Refusal(code, message)
    context?.reportError(new GraphQLError(message, { originalError }))
  }

const tooDeep = reportsTo(
  'QUERY_TOO_DEEP',
  `A document may have ${LIMITS.depth} levels of fields in each other. Ask for what lies deeper ` +
    'by its id, in a request of its own.',
)

const tooManyAliases = reportsTo(
  'TOO_MANY_ALIASES',
  `A document may have ${LIMITS.aliases} aliases. Ask for several practices by one \`rulings\`, ` +
    'and for other things in several requests.',
)

const tooManyDirectives = reportsTo(
  'TOO_MANY_DIRECTIVES',
  `A document may have ${LIMITS.directives} directives. Ask in several requests.`,
)

// The library's own count forgets the directives of a fragment's second spread.
const maxDirectivesRule: ValidationRule = (context) => {
  let directives = 0
  return {
    Directive: () => {
      directives += 1
      if (directives === LIMITS.directives + 1) tooManyDirectives(context)
    },
  }
}

/** The limits of a document's shape. They run once for each document, as validation does. */
export const shapeRules: ValidationRule[] = [
  maxDepthRule({
    n: LIMITS.depth,
    flattenFragments: true,
    ignoreIntrospection: false,
    propagateOnRejection: false,
    onReject: [tooDeep],
  }),
  maxAliasesRule({
    n: LIMITS.aliases,
    allowList: [],
    propagateOnRejection: false,
    onReject: [tooManyAliases],
  }),
  maxDirectivesRule,
]
