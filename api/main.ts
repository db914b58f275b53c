import { readConfig } from './config.js'
import { runCommand } from './run-command.js'

await runCommand(async () => {
  const config = readConfig(process.env)
  // All of Holdfast takes a second to load: what is wrong with the settings is said before.
  const { start } = await import('./start.js')
  await start(config)
})
