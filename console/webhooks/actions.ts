import type { Viewer } from '../providers/viewer.js'
import type { Action } from '../shared/action.js'
import type { Webhook } from './source.js'

export const freshWebhook: readonly Action[] = [
  { command: 'registerWebhook', path: 'act/register', label: 'Register a webhook' },
]

/** The department may remove anybody's; only whose it is may have it told again. */
export const actionsOf = (
  { registeredFor }: Webhook,
  viewer: Viewer | null,
): readonly Action[] => [
  ...(registeredFor === (viewer?.supplier ?? viewer?.organisation)
    ? [{ command: 'replayWebhook', path: 'replay', label: 'Send a range again' } as const]
    : []),
  { command: 'removeWebhook', path: 'remove', label: 'Remove' },
]
