import { Presets, SingleBar } from 'cli-progress'
import type { Progress } from './open-holdfast.js'

/** Shows progress as a bar, which goes when all is done; without a terminal, as one line. */
export const progressBar = (title: string): Progress => {
  const bar = new SingleBar(
    {
      format: `${title} {bar} {value} of {total} {what}`,
      hideCursor: true,
      noTTYOutput: false,
      clearOnComplete: true,
      gracefulExit: true,
    },
    Presets.shades_classic,
  )
  let begun = false
  return (done, all, what) => {
    if (!begun) {
      begun = true
      if (!process.stderr.isTTY) console.log(`${title} …`)
      bar.start(all, done, { what })
    }
    bar.update(done, { what })
    if (done >= all) bar.stop()
  }
}
