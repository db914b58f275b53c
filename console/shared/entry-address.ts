interface EntryPlace {
  readonly sequence: number
  readonly change: string
  readonly body?: { readonly key: string } | null
}

/**
 * Where an entry of the ledger is shown. The API finds an entry by its change and the row it tells
 * of, so the address names both beside its number.
 */
export const addressOfEntry = ({ sequence, change, body }: EntryPlace): string => {
  const search = new URLSearchParams({ change, ...(body && { key: body.key }) })
  return `/ledger/${sequence}?${search}`
}
