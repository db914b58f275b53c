/** A value of a vocabulary, or a command, within a sentence: "as reported", "lift suspension". */
export const sayCode = (code: string): string =>
  code
    .replaceAll(/[a-z][A-Z]/g, ([last = '', first = '']) => `${last} ${first}`)
    .replaceAll('_', ' ')
    .toLowerCase()
