import { existsSync } from 'node:fs'
import { describe } from '@jest/globals'
import { chromium, type Browser } from 'playwright-core'

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'

/** It asks nobody outside for anything, and runs as root too. */
const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
]

const isThere = existsSync(executablePath)

if (!isThere) {
  console.warn(
    `Skipped: the console's tests, for there is no Chromium at ${executablePath}. Install it ` +
      '(Debian: apt-get install chromium), or say where it is in CHROMIUM.',
  )
}

/** Tests that need Chromium; skipped, with a message, where there is none. */
export const inChromium: typeof describe.skip = isThere ? describe : describe.skip

export const openChromium = (): Promise<Browser> =>
  chromium.launch({ executablePath, args: FLAGS })
