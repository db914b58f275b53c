import { createTheme, type Theme } from '@mui/material/styles'

const LIGHT = {
  background: { default: '#f3f5f6', paper: '#ffffff' },
  text: { primary: '#16212b', secondary: '#43525f' },
  primary: { main: '#0b4f6c', contrastText: '#ffffff' },
  secondary: { main: '#43525f', contrastText: '#ffffff' },
  error: { main: '#a4201a' },
  warning: { main: '#8a4b00' },
  success: { main: '#0b6b3a' },
  info: { main: '#0b4f6c' },
  divider: '#c3ccd3',
}

const DARK = {
  background: { default: '#11181d', paper: '#182127' },
  text: { primary: '#eef2f4', secondary: '#b8c4cc' },
  primary: { main: '#8ecbe6', contrastText: '#0b1419' },
  secondary: { main: '#b8c4cc', contrastText: '#0b1419' },
  error: { main: '#ff9d94' },
  warning: { main: '#ffc772' },
  success: { main: '#86d9a9' },
  info: { main: '#8ecbe6' },
  divider: '#3a4852',
}

/** Yellow within black is seen on every ground. */
const FOCUS = { outline: '3px solid #ffdd00', boxShadow: '0 0 0 5px #0b0c0c', outlineOffset: 0 }

const SYSTEM_FONTS =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif'

const heading = (rem: number) => ({ fontSize: `${rem}rem`, fontWeight: 650, lineHeight: 1.25 })

const themeOf = (mode: 'light' | 'dark'): Theme => {
  const palette = mode === 'light' ? LIGHT : DARK
  return createTheme({
    palette: { mode, ...palette },
    shape: { borderRadius: 4 },
    typography: {
      fontFamily: SYSTEM_FONTS,
      fontSize: 14,
      h1: heading(1.6),
      h2: heading(1.2),
      h3: heading(1.05),
      button: { textTransform: 'none', fontWeight: 600 },
    },
    transitions: { create: () => 'none' },
    components: {
      MuiButtonBase: {
        defaultProps: { disableRipple: true },
        styleOverrides: { root: { '&:focus-visible, &.Mui-focusVisible': FOCUS } },
      },
      MuiLink: { styleOverrides: { root: { '&:focus-visible': FOCUS } } },
      MuiButton: { defaultProps: { size: 'small', disableElevation: true } },
      MuiTextField: { defaultProps: { size: 'small', variant: 'outlined' } },
      MuiFormControl: { defaultProps: { size: 'small', variant: 'outlined' } },
      MuiOutlinedInput: {
        styleOverrides: { notchedOutline: { borderColor: palette.text.secondary } },
      },
      MuiPopover: { defaultProps: { container: () => document.getElementById('main') } },
      MuiPopper: { defaultProps: { container: () => document.getElementById('main') } },
      MuiPaper: {
        defaultProps: { elevation: 0 },
        styleOverrides: { root: { backgroundImage: 'none' } },
      },
      MuiTableCell: { styleOverrides: { root: { padding: '6px 10px', verticalAlign: 'top' } } },
    },
  })
}

export const light = themeOf('light')
export const dark = themeOf('dark')
