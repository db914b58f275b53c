import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createBrowserRouter, RouterProvider } from 'react-router'
import { App } from './App.js'
import './shared/shell.css'

// To go on from an address that begins with two slashes would be to go to another site.
const { pathname, search, hash } = location
if (pathname.startsWith('//')) {
  history.replaceState(null, '', pathname.replace(/^\/+/, '/') + search + hash)
}

const router = createBrowserRouter([{ path: '*', element: <App /> }])

// A page that was not loaded yet is gone once another console is built: the new one has it. What
// was typed is kept.
window.addEventListener('vite:preloadError', () => location.reload())

const root = document.getElementById('root')
if (!root) throw new Error('The page has no place for the console.')

// A browser keeps a page that was left, and shows it again to whoever goes back, by when somebody
// may have signed out: what it showed is hidden as it is left, and read anew.
window.addEventListener('pagehide', () => {
  root.hidden = true
})
window.addEventListener('pageshow', ({ persisted }) => {
  if (persisted) location.reload()
})

createRoot(root).render(
  <StrictMode>
    <RouterProvider router={router} />
  </StrictMode>,
)
