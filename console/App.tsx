import { AdminContext, CoreAdminUI, CustomRoutes, Resource, memoryStore } from 'react-admin'
import { QueryClient } from '@tanstack/react-query'
import { Route } from 'react-router'
import { authProvider } from './providers/auth.js'
import { dataProvider } from './providers/data.js'
import { words } from './providers/words.js'
import { FindPage, FrontPage, resources } from './resources.js'
import { AsAtProvider } from './shared/as-at.js'
import { Layout } from './Layout.js'
import { Lost } from './shared/Lost.js'
import { SignIn } from './shared/SignIn.js'
import { SignInEnds } from './shared/SignInEnds.js'
import { dark, light } from './shared/theme.js'
import { Unreachable } from './graphql/failure.js'

const TRIES = 2

const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // What was refused is refused again; what did not arrive may.
      retry: (failures, error) => error instanceof Unreachable && failures < TRIES,
    },
  },
})

// Sorting and filters that nobody asked to keep are not kept.
const store = memoryStore()

export const App = () => (
  <AdminContext
    authProvider={authProvider}
    dataProvider={dataProvider}
    i18nProvider={words}
    queryClient={queryClient}
    store={store}
    theme={light}
    darkTheme={dark}
  >
    <AsAtProvider>
      <CoreAdminUI
        layout={Layout}
        dashboard={FrontPage}
        loginPage={SignIn}
        authCallbackPage={SignInEnds}
        catchAll={Lost}
        title="Holdfast"
        requireAuth
        disableTelemetry
      >
        {resources.map(({ name, label, List, Page, Act }) => (
          <Resource key={name} name={name} options={{ label }} list={List}>
            {Act && <Route path="act/:command" element={<Act />} />}
            {Page && <Route path=":id" element={<Page />} />}
            {Act && <Route path=":id/:command" element={<Act />} />}
          </Resource>
        ))}
        <CustomRoutes>
          <Route path="/find" element={<FindPage />} />
        </CustomRoutes>
      </CoreAdminUI>
    </AsAtProvider>
  </AdminContext>
)
