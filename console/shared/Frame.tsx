import type { CSSProperties, ReactNode } from 'react'
import { useTheme } from '@mui/material/styles'

/** The ground every page stands on, with the theme's colours for the style sheet. */
export const Frame = ({ children }: { children: ReactNode }) => {
  const { palette, typography } = useTheme()
  const colours = {
    '--ground': palette.background.default,
    '--paper': palette.background.paper,
    '--tint': palette.mode === 'light' ? '#e8edf0' : '#202b32',
    '--text': palette.text.primary,
    '--muted': palette.text.secondary,
    '--link': palette.primary.main,
    '--line': palette.divider,
    '--good': palette.success.main,
    '--bad': palette.error.main,
    '--warn': palette.warning.main,
    '--font': typography.fontFamily,
    colorScheme: palette.mode,
  } as CSSProperties
  return <div className="shell" style={colours}>{children}</div>
}
