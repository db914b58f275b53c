import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'

/** What a child process is told, and what it tells. */
type Message = { readonly name: string; readonly input: unknown }
type Reply = { readonly output: unknown } | { readonly failure: string }

/** A process of its own, to measure in without what others left in its caches. */
export interface Child {
  ask<Output>(name: string, input?: unknown): Promise<Output>
  stop(): Promise<void>
}

const replyOf = async (process: ChildProcess): Promise<Reply> => {
  const ended = new AbortController()
  const options = { signal: ended.signal }
  const exit = once(process, 'exit', options).then(([code]: unknown[]) => ({
    failure: `it ended with ${String(code)}`,
  }))
  const [reply] = (await Promise.race([
    once(process, 'message', options),
    exit.then((failed) => [failed]),
  ])) as [Reply]
  exit.catch(() => undefined)
  ended.abort()
  return reply
}

/** Starts a file of the bench in a new process, with the flags of this one. */
export const startChild = (file: string): Child => {
  const process = fork(new URL(file, import.meta.url))
  return {
    ask: async <Output>(name: string, input: unknown = null): Promise<Output> => {
      process.send({ name, input } satisfies Message)
      const reply = await replyOf(process)
      if ('failure' in reply) throw new Error(`${file}, ${name}: ${reply.failure}`)
      return reply.output as Output
    },
    stop: async () => {
      if (process.exitCode !== null) return
      process.disconnect()
      await once(process, 'exit')
    },
  }
}

/** One measurement in a process of its own. */
export const askNewChild = async <Output>(
  file: string,
  name: string,
  input: unknown,
): Promise<Output> => {
  const child = startChild(file)
  try {
    return await child.ask<Output>(name, input)
  } finally {
    await child.stop()
  }
}

/** In the child: answers what it is asked by name, until whoever started it has gone. */
export const answerParent = (
  // The parent alone knows what it sends: each answer states what it takes.
  answers: Record<string, (input: any) => unknown>,
  close: () => Promise<void> = () => Promise.resolve(),
): void => {
  const answer = async ({ name, input }: Message): Promise<Reply> => {
    try {
      return { output: await answers[name]!(input) }
    } catch (error) {
      return { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }
    }
  }
  process.on('message', (message: Message) => {
    void answer(message).then((reply) => process.send?.(reply))
  })
  process.once('disconnect', () => {
    void close().finally(() => process.exit())
  })
}
