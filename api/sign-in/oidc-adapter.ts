import type { Adapter, AdapterPayload, errors as Errors } from 'oidc-provider'

/** Runs one SQL statement. */
export type Query = <Row>(sql: string, parameters: unknown[]) => Promise<Row[]>

const CLEANS_EVERY_MS = 60_000
let cleanedAtMs = 0

/** What has expired is taken away, now and then, by whoever stores something. */
const clean = async (query: Query): Promise<void> => {
  const nowMs = Date.now()
  if (nowMs < cleanedAtMs + CLEANS_EVERY_MS) return
  cleanedAtMs = nowMs
  await query('DELETE FROM oidc_payload WHERE "expiresAt" < now()', [])
}

const LIVE = '("expiresAt" IS NULL OR "expiresAt" > now())'
const WRITE = `
INSERT INTO oidc_payload (model, id, payload, "grantId", uid, "expiresAt")
  VALUES ($1, $2, $3, $4, $5, now() + $6 * interval '1 second')
  ON CONFLICT (model, id) DO UPDATE SET payload = EXCLUDED.payload, "grantId" = EXCLUDED."grantId",
    uid = EXCLUDED.uid, "expiresAt" = EXCLUDED."expiresAt"`

/** Keeps what the built-in issuer has to remember: sessions, codes, what was used up. */
export class OidcAdapter implements Adapter {
  constructor(
    private readonly model: string,
    private readonly query: Query,
    private readonly errors: typeof Errors,
  ) {}

  async upsert(id: string, payload: AdapterPayload, expiresIn: number): Promise<void> {
    await clean(this.query)
    const { grantId = null, uid = null } = payload
    const row = [this.model, id, JSON.stringify(payload), grantId, uid, expiresIn]
    if (this.model === 'ReplayDetection') await this.insertOnce(row)
    else await this.query(WRITE, row)
  }

  /** Of two requests that bring one assertion at once, one is too late. */
  private async insertOnce(row: unknown[]): Promise<void> {
    const sql = `${WRITE} WHERE oidc_payload."expiresAt" <= now() RETURNING id`
    const written = await this.query(sql, row)
    if (written.length > 0) return
    throw new this.errors.InvalidClientAuth('client assertion tokens must only be used once')
  }

  find(id: string): Promise<AdapterPayload | undefined> {
    return this.one('id', id)
  }

  findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.one('uid', uid)
  }

  /** Devices are not signed in here. */
  async findByUserCode(): Promise<undefined> {
    return undefined
  }

  private async one(column: 'id' | 'uid', value: string): Promise<AdapterPayload | undefined> {
    const sql = `SELECT payload FROM oidc_payload WHERE model = $1 AND ${column} = $2 AND ${LIVE}`
    const [row] = await this.query<{ payload: AdapterPayload }>(sql, [this.model, value])
    return row?.payload
  }

  /** A code or a refresh token works once: of two uses at once, one is too late. */
  async consume(id: string): Promise<void> {
    const sql = `
      WITH used AS (
        UPDATE oidc_payload SET payload = payload || jsonb_build_object('consumed', $3::bigint)
          WHERE model = $1 AND id = $2 AND NOT payload ? 'consumed' RETURNING id)
      SELECT id FROM used`
    const used = await this.query(sql, [this.model, id, Math.floor(Date.now() / 1000)])
    if (used.length === 0) throw new this.errors.InvalidGrant('it has been used already')
  }

  async destroy(id: string): Promise<void> {
    await this.query('DELETE FROM oidc_payload WHERE model = $1 AND id = $2', [this.model, id])
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    const sql = 'DELETE FROM oidc_payload WHERE model = $1 AND "grantId" = $2'
    await this.query(sql, [this.model, grantId])
  }
}
