import { expect, test } from '@jest/globals'
import { statSync } from 'node:fs'
import { inChromium } from './in-chromium.js'

const KB = 1000

inChromium('what a browser loads', (scene) => {

  test.each([
    ['the sign-in page', null],
    ['the front page', '/'],
  ])('for %s is less than 300 kB of scripts, compressed by gzip', async (_, path) => {
    const visitor = await scene.visitor()
    const scripts = new Set<string>()
    visitor.page.on('response', (response) => {
      if (response.request().resourceType() === 'script') scripts.add(response.url())
    })
    if (path) await visitor.signIn('asha.patel', path)
    else await visitor.page.goto(scene.site.address)
    await visitor.settle()
    const sizes = [...scripts].map((url) => statSync(`dist/console${new URL(url).pathname}.gz`).size)
    const total = sizes.reduce((sum, size) => sum + size, 0)
    expect(scripts.size).toBeGreaterThan(0)
    expect(total).toBeGreaterThan(10 * KB)
    expect(total).toBeLessThan(300 * KB)
    await visitor.close()
  })
})
