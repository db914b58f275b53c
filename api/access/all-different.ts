import { ValidateBy } from 'class-validator'

const BY_ITSELF = (value: unknown): unknown => value

const areDifferent = (list: unknown, by: (value: never) => unknown): boolean =>
  !Array.isArray(list) || new Set(list.map((each) => by(each as never))).size === list.length

/**
 * That a list names nothing twice. The library's own check compares each with each, and a long
 * list, which anybody may send, would hold up everybody else.
 */
export const AllDifferent = (by: (value: never) => unknown = BY_ITSELF): PropertyDecorator =>
  ValidateBy({
    name: 'allDifferent',
    validator: {
      validate: (list) => areDifferent(list, by),
      defaultMessage: () => '$property must name nothing twice',
    },
  })
