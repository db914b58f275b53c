import { readFileSync } from 'node:fs'
import { buildSchema, isObjectType } from 'graphql'
import { defineConfig } from 'vite'

/** Where an API runs that a console under development speaks to. */
const API = 'http://127.0.0.1:4000'

const schema = buildSchema(readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8'))

/** What the committed schema has of a type that partners add to (shared/partners). */
const fieldsOf = (name: string): readonly string[] => {
  const type = schema.getType(name)
  if (!isObjectType(type)) throw new Error(`schema.graphql has no type ${name}.`)
  return Object.keys(type.getFields())
}

const KNOWN_FIELDS = { Practice: fieldsOf('Practice'), Region: fieldsOf('Region') }

export default defineConfig({
  root: import.meta.dirname,
  define: { KNOWN_FIELDS: JSON.stringify(KNOWN_FIELDS) },
  build: {
    outDir: '../dist/console',
    emptyOutDir: true,
    target: 'es2022',
    // A policy of the page forbids scripts and pictures that stand in the page itself.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      // Libraries mark what runs in browsers alone, for servers that would render them: none does.
      onLog: (level, log, tell) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') tell(level, log)
      },
    },
  },
  server: {
    host: '127.0.0.1',
    proxy: Object.fromEntries(['/graphql', '/oidc', '/settings.json'].map((path) => [path, API])),
  },
})
