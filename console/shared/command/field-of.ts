const boxNamed = (selector: string): HTMLInputElement | null =>
  document.querySelector<HTMLInputElement>(`main form ${selector}`)

/**
 * The box on the page that a field of an input is typed in. Of a list or an object that one box
 * holds, complaints name a place within: the nearest box above it is theirs. Of one that several
 * boxes hold they name the whole: theirs is the first of the boxes.
 */
export const boxOf = (field: string): HTMLInputElement | null => {
  const steps = field.split('.')
  for (let count = steps.length; count > 0; count -= 1) {
    const name = CSS.escape(steps.slice(0, count).join('.'))
    const box = boxNamed(`[name="${name}"]`) ?? boxNamed(`[name^="${name}."]`)
    if (box) return box
  }
  return null
}

/** What has the focus for a box: a choice from a menu keeps its value in a box nobody sees. */
const shownFor = (box: HTMLInputElement): HTMLElement =>
  box.ariaHidden === 'true'
    ? (box.parentElement?.querySelector<HTMLElement>('[role="combobox"]') ?? box)
    : box

/** Brings the focus to the box of a field, out of whatever it was folded away in. */
export const focusOn = (field: string): void => {
  const box = boxOf(field)
  const fold = box?.closest('details')
  if (fold) fold.open = true
  if (box) shownFor(box).focus()
}

const textOf = (element: Element | null | undefined): string | null =>
  element?.textContent.replace(/[\s*\u2009]+$/, '') ?? null

const labelled = (box: HTMLInputElement): Element | null | undefined => {
  if (box.type === 'checkbox') return box.closest('fieldset')?.querySelector('legend')
  const [named] = shownFor(box).getAttribute('aria-labelledby')?.split(' ') ?? []
  return box.labels?.[0] ?? (named ? document.getElementById(named) : null)
}

/** What the page calls a field: "Planned for"; null where it has no box for it. */
const labelOf = (field: string): string | null => {
  const box = boxOf(field)
  const isOfIt = box && (box.name === field || field.startsWith(`${box.name}.`))
  return isOfIt ? textOf(labelled(box)) : null
}

/** Which of several things a field is of, as the page counts them: "Clause 2". */
export const placeOf = (field: string): string | null =>
  textOf(boxOf(field)?.closest('fieldset.fields')?.querySelector(':scope > legend'))

/** A rule in words that say which field it is of, as the page calls it. */
export const sayRule = (field: string, rule: string): string => {
  const name = field.split('.').at(-1) ?? field
  const words = rule.startsWith(`${name} must `) ? rule.slice(name.length + 1) : rule
  if (words === 'must be given, and not null') return `Fill in: ${labelOf(field) ?? name}`
  return words.startsWith('must ') ? `${labelOf(field) ?? name} ${words}` : rule
}
