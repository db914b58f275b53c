/**
 * A function that works out each value once, by its key, and forgets them all when there are too
 * many. The keys are numbers, texts or objects, told apart as a Map tells them.
 */
export const remembered = <Key, Value extends NonNullable<unknown>>(
  max: number,
  workOut: (key: Key) => Value,
): ((key: Key) => Value) => {
  const known = new Map<Key, Value>()
  const workOutAnew = (key: Key): Value => {
    if (known.size >= max) known.clear()
    const value = workOut(key)
    known.set(key, value)
    return value
  }
  return (key) => known.get(key) ?? workOutAnew(key)
}
