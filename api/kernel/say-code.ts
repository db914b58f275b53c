const disjunction = new Intl.ListFormat('en-GB', { type: 'disjunction' })

/** What may be chosen from, the last after an "or": "COUNTRY, SHA or PCT". */
export const sayChoice = (choices: readonly string[]): string => disjunction.format(choices)

/** A value of a vocabulary, or a command, within a sentence: "as reported", "lift suspension". */
export const sayCode = (code: string): string =>
  code
    .replaceAll(/[a-z][A-Z]/g, ([last = '', first = '']) => `${last} ${first}`)
    .replaceAll('_', ' ')
    .toLowerCase()
