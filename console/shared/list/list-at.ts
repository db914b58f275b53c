/** The address of a list, narrowed by fields of the API's filter. */
export const listAt = (resource: string, filter: Readonly<Record<string, string | boolean>>) =>
  `/${resource}?filter=${encodeURIComponent(JSON.stringify(filter))}`
