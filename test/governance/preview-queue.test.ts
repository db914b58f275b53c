import { expect, test } from '@jest/globals'
import { setImmediate } from 'node:timers/promises'
import { PreviewQueue, PREVIEWS_WAITING_MAX } from '../../api/changes/preview-queue.js'

/** Runs work that waits for a turn of the loop; answers who began, in order, and how many ran. */
const recorder = () => {
  const began: string[] = []
  let running = 0
  let most = 0
  const work = (name: string) => async () => {
    began.push(name)
    running += 1
    most = Math.max(most, running)
    await setImmediate()
    running -= 1
    return name
  }
  return { began, work, most: () => most }
}

test('one preview runs at a time, and callers take turns', async () => {
  const queue = new PreviewQueue()
  const { began, work, most } = recorder()
  const asked = ['a1', 'a2', 'a3', 'b1', 'c1', 'b2']
  const told = await Promise.all(asked.map((name) => queue.run(name.charAt(0), work(name))))
  expect(told).toEqual(asked)
  expect(began).toEqual(['a1', 'a2', 'b1', 'c1', 'a3', 'b2'])
  expect(most()).toBe(1)
})

test('as many wait for one caller as may, and one more is refused; others still wait', async () => {
  const queue = new PreviewQueue()
  const { work } = recorder()
  const run = (caller: string) => queue.run(caller, work(caller))
  // The first runs already: it waits no more.
  const all = Array.from({ length: PREVIEWS_WAITING_MAX + 1 }, () => run('a'))
  expect(() => run('a')).toThrow(expect.objectContaining({ code: 'BUSY' }))
  await Promise.all([...all, run('b')])
  await expect(run('a')).resolves.toBe('a')
})

test('a preview that fails keeps no other from its turn', async () => {
  const queue = new PreviewQueue()
  const { work } = recorder()
  const failing = queue.run('a', () => Promise.reject(new Error('No.')))
  const next = queue.run('a', work('next'))
  await expect(failing).rejects.toThrow('No.')
  await expect(next).resolves.toBe('next')
})
