/** The number in an id such as R-7, so that R-10 sorts behind it. */
export const numberOf = (id: string): number => Number(id.slice(id.indexOf('-') + 1))
