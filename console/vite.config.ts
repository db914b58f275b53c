import { defineConfig } from 'vite'

/** Where an API runs that a console under development speaks to. */
const API = 'http://127.0.0.1:4000'

export default defineConfig({
  root: import.meta.dirname,
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
