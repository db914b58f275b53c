import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What every page is held to: WCAG 2.2 AA, and what axe calls best practice. */
const HELD_TO = [
  'wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice',
]

/** It only matters for what never comes. */
const PATIENCE_MS = 30_000

/** Somebody at a browser, signed in by the page as people are, and what went wrong on the way. */
export class Visitor {
  /** What the browser complained of: errors of the page, and whatever was asked elsewhere. */
  readonly complaints: string[] = []

  private constructor(
    readonly page: Page,
    readonly address: string,
  ) {
    page.setDefaultTimeout(PATIENCE_MS)
    page.on('pageerror', ({ message }) => this.complaints.push(message))
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text())
    })
    page.on('request', (request) => {
      const url = request.url()
      const isOurs = url.startsWith(address) || /^(data|blob):/.test(url)
      if (!isOurs) this.complaints.push(`asked elsewhere: ${url}`)
    })
  }

  static async open(
    browser: Browser,
    address: string,
    options: BrowserContextOptions = {},
  ): Promise<Visitor> {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      locale: 'en-GB',
      ...options,
    })
    return new Visitor(await context.newPage(), address)
  }

  /** Opens a page as somebody of the demonstration, by the sign-in page it sends them to. */
  async signIn(account: string, path = '/'): Promise<void> {
    await this.page.goto(this.address + path)
    await this.page.getByRole('button', { name: 'Demonstration accounts' }).click()
    await this.page.locator(`input[value="${account}"]`).check()
    await this.page.getByRole('button', { name: /sign in/i }).click()
    await this.page.getByRole('button', { name: 'Sign out' }).waitFor()
  }

  /** Goes to a page by its address, and waits until it has its title. */
  async go(path: string): Promise<void> {
    await this.page.goto(this.address + path)
    await this.settle()
  }

  /** Waits until there is a page, and nothing of it is still being read. */
  async settle(): Promise<void> {
    await this.page.locator('h1').waitFor()
    await this.page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'))
  }

  /** Waits for the page of that title, where a link or a button led, until it has been read. */
  async arrive(title: string | RegExp): Promise<void> {
    await this.page.getByRole('heading', { level: 1, name: title }).waitFor()
    await this.settle()
  }

  heading(): Promise<string> {
    return this.page.locator('h1').innerText()
  }

  /**
   * Gives the command whose form is filled: why, what it would come to, and the button that makes
   * it so. Answers what came of it, in the words of the page that is shown then.
   */
  async give(reason: string, button: string): Promise<string> {
    const { page } = this
    await page.getByRole('textbox', { name: 'Reason', exact: true }).fill(reason)
    await page.getByRole('button', { name: 'See the effect' }).click()
    await page.getByRole('button', { name: button }).click()
    const outcome = page.getByRole('alert')
    await outcome.getByText(/^(Done|Waiting for signatures|Not done)\.$/).waitFor()
    return outcome.innerText()
  }

  /** Follows a link of the page that is open, and waits until the page it leads to is there. */
  async follow(link: Locator): Promise<void> {
    const left = await this.page.title()
    await link.click()
    await this.page.waitForFunction((title) => document.title !== title, left)
    await this.settle()
  }

  /** What axe finds wrong with the page as it stands: each fault, with where it is. */
  async faults(): Promise<string[]> {
    if (!(await this.page.evaluate(() => 'axe' in globalThis))) await this.page.evaluate(AXE)
    return this.page.evaluate(async (tags) => {
      // What passed is not worked out, nor sent: it would be most of the work.
      const options = { runOnly: tags, resultTypes: ['violations'] }
      const { violations } = (await (globalThis as any).axe.run(document, options)) as AxeResults
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
      )
    }, HELD_TO)
  }

  /** Whether the page is wider than its window, so that one would have to scroll sideways. */
  scrollsSideways(): Promise<boolean> {
    return this.page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    )
  }

  close(): Promise<void> {
    return this.page.context().close()
  }
}
