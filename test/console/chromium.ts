import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

/** Where Chromium is: Debian's, unless the environment names another. */
export const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium'

export const hasChromium = (): boolean => existsSync(CHROMIUM)

/** It asks nobody outside for anything, and runs as root too. */
const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
]

/** As people have it, it also keeps pages that were left, to show them again to who goes back. */
export const openChromium = ({ keepsPages = false } = {}): Promise<Browser> =>
  chromium.launch({
    executablePath: CHROMIUM,
    args: FLAGS,
    ...(keepsPages && { ignoreDefaultArgs: ['--disable-back-forward-cache'] }),
  })
