import { pathOfNumber } from './ThingLink.js'

/** Where the pages of what has a code are, by its type. */
const RESOURCE_OF_TYPE: Readonly<Record<string, string | undefined>> = {
  Organisation: 'organisations', Practice: 'practices', Programme: 'programmes', Purdah: 'purdahs',
  Region: 'regions',
}

const typeAndCode = (id: string): readonly [string, string] | null => {
  const colon = id.indexOf(':')
  return colon > 0 ? [id.slice(0, colon), id.slice(colon + 1)] : null
}

/** What people call a thing by its id among all things: `R-13`, or the code of `Region:5HQ`. */
export const keyOf = (id: string): string => typeAndCode(id)?.[1] ?? id

/** Where the page of a thing is, by its id among all things; null where it has none. */
export const addressOf = (id: string): string | null => {
  const coded = typeAndCode(id)
  if (!coded) return pathOfNumber(id)
  const resource = RESOURCE_OF_TYPE[coded[0]]
  return resource ? `/${resource}/${encodeURIComponent(coded[1])}` : null
}

/** The types of what has a code, by table; what is numbered is known by its number. */
const TYPE_OF_TABLE: Readonly<Record<string, string | undefined>> = {
  organisation: 'Organisation', practice: 'Practice', programme: 'Programme', purdah: 'Purdah',
  region: 'Region',
}

/** A row, by its table and key, as its id among all things. */
export const thingOf = (table: string, key: string): string => {
  const type = TYPE_OF_TABLE[table]
  return type ? `${type}:${key}` : key
}

/** The thing of a page, by its resource and what stands in the address. */
export const thingAt = (resource: string, key: string): string => {
  const [type] = Object.entries(RESOURCE_OF_TYPE).find(([, each]) => each === resource) ?? []
  return type ? `${type}:${key}` : key
}
