import { describe } from '@jest/globals'
import { CHROMIUM, hasChromium } from './chromium.js'

if (!hasChromium()) {
  console.warn(
    `Skipped: the console's tests, for there is no Chromium at ${CHROMIUM}. Install it ` +
      '(Debian: apt-get install chromium), or say where it is in CHROMIUM.',
  )
}

/** Tests that need Chromium; skipped, with a message, where there is none. */
export const inChromium: typeof describe.skip = hasChromium() ? describe : describe.skip
