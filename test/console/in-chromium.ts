import { afterAll, beforeAll, describe } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { CHROMIUM, hasChromium, openChromium } from './chromium.js'
import { openSite, type Site } from './site.js'
import { Visitor } from './visitor.js'

if (!hasChromium()) {
  console.warn(
    `Skipped: the console's tests, for there is no Chromium at ${CHROMIUM}. Install it ` +
      '(Debian: apt-get install chromium), or say where it is in CHROMIUM.',
  )
}

/** A browser and the demonstration that it is to look at, as long as the tests last. */
export class Scene {
  browser!: Browser
  site!: Site

  async open(site: () => Promise<Site>): Promise<void> {
    ;[this.browser, this.site] = await Promise.all([openChromium(), site()])
  }

  async close(): Promise<void> {
    await this.browser.close()
    await this.site.close()
  }

  /** Somebody at the browser, who has not signed in. */
  visitor(): Promise<Visitor> {
    return Visitor.open(this.browser, this.site.address)
  }
}

/** Tests that need Chromium; skipped, with a message, where there is none. */
export const inChromium = (
  name: string,
  tests: (scene: Scene) => void,
  site: () => Promise<Site> = openSite,
): void => {
  const describeHere = hasChromium() ? describe : describe.skip
  describeHere(name, () => {
    const scene = new Scene()
    beforeAll(() => scene.open(site))
    tests(scene)
    afterAll(() => scene.close())
  })
}
