import type { Adapter, AdapterPayload, ClientMetadata } from 'oidc-provider'

/** The clients there are: none is stored, and none registers itself. */
export class ConfiguredClients implements Adapter {
  constructor(private readonly clients: readonly ClientMetadata[]) {}

  async find(id: string): Promise<AdapterPayload | undefined> {
    return this.clients.find(({ client_id: known }) => known === id)
  }

  async findByUid(): Promise<undefined> {
    return undefined
  }

  async findByUserCode(): Promise<undefined> {
    return undefined
  }

  async upsert(): Promise<void> {
    throw new Error('Clients are configured, and not stored.')
  }

  async consume(): Promise<void> {
    throw new Error('A client is not used up.')
  }

  async destroy(): Promise<void> {
    throw new Error('Clients are configured, and not taken away.')
  }

  async revokeByGrantId(): Promise<void> {
    throw new Error('A client belongs to no grant.')
  }
}
