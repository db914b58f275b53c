/**
 * The box on the page that a field of an input is typed in. Of a list or an object that one box
 * holds, complaints name a place within: the nearest box above it is theirs.
 */
export const boxOf = (field: string): HTMLInputElement | null => {
  const steps = field.split('.')
  for (let count = steps.length; count > 0; count -= 1) {
    const name = CSS.escape(steps.slice(0, count).join('.'))
    const box = document.querySelector<HTMLInputElement>(`main form [name="${name}"]`)
    if (box) return box
  }
  return null
}

/** A rule in words that say which field it is of, as the page calls it. */
export const sayRule = (field: string, rule: string): string => {
  const name = field.split('.').at(-1) ?? field
  const words = rule.startsWith(`${name} must `) ? rule.slice(name.length + 1) : rule
  if (words === 'must be given, and not null') return `Fill in: ${labelOf(field) ?? name}`
  return words.startsWith('must ') ? `${labelOf(field) ?? name} ${words}` : rule
}

/** What the page calls a field: "Planned for"; null where it has no box for it. */
const labelOf = (field: string): string | null => {
  const label = boxOf(field)?.labels?.[0]?.textContent
  return label ? label.replace(/[\s*]+$/, '') : null
}
