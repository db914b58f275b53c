import { Suspense } from 'react'
import { useCanAccess, useGetIdentity, useLogout, type CoreLayoutProps } from 'react-admin'
import { Button } from '@mui/material'
import { useLocation } from 'react-router'
import { groups, type ResourceDefinition } from './resources.js'
import { AsAtBar } from './shared/AsAtBar.js'
import { Banners } from './shared/Banners.js'
import { Find } from './shared/Find.js'
import { Frame } from './shared/Frame.js'
import { Link } from './shared/Link.js'
import { sayCode } from './shared/say.js'
import { useViewer } from './shared/Actions.js'

const Item = ({ name, label, Badge }: ResourceDefinition) => {
  const { pathname } = useLocation()
  const { canAccess } = useCanAccess({ resource: name, action: 'list' })
  if (!canAccess) return null
  const isHere = pathname === `/${name}` || pathname.startsWith(`/${name}/`)
  return (
    <li>
      <Link to={`/${name}`} aria-current={isHere ? 'page' : undefined}>
        {label}
        {Badge && <Badge />}
      </Link>
    </li>
  )
}

const Menu = () => {
  const { pathname } = useLocation()
  return (
    <nav className="nav" aria-label="Main">
      <ul>
        <li>
          <Link to="/" aria-current={pathname === '/' ? 'page' : undefined}>Front page</Link>
        </li>
      </ul>
      {groups.map(({ label, resources }) => (
        <ul key={label} aria-label={label}>
          {resources.map((resource) => <Item key={resource.name} {...resource} />)}
        </ul>
      ))}
    </nav>
  )
}

const Who = () => {
  const { identity } = useGetIdentity()
  const viewer = useViewer()
  const logout = useLogout()
  const roles = viewer?.roles.map(sayCode).join(', ') ?? ''
  return (
    <div className="who">
      <span>
        {identity?.fullName} <span className="quiet">{`${roles}, ${viewer?.organisation ?? ''}`}</span>
      </span>
      <Button variant="outlined" onClick={() => void logout({ leave: true })}>Sign out</Button>
    </div>
  )
}

/** The frame of every page: header, menu, banners, and the page in the one main landmark. */
export const Layout = ({ children }: CoreLayoutProps) => (
  <Frame>
    <a className="skip" href="#main">Skip to the page</a>
    <header className="head">
      <Link to="/" className="name">Holdfast</Link>
      <Find />
      <Who />
      <AsAtBar />
    </header>
    <Menu />
    <Banners />
    <main id="main" className="main" tabIndex={-1}>
      <Suspense fallback={<p role="status" aria-busy="true">Opening the page …</p>}>{children}</Suspense>
    </main>
  </Frame>
)
