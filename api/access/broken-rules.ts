import { validateSync } from 'class-validator'
import { sayPlainly } from './plain-rules.js'

/**
 * Which rules of an input some of its fields break, plainly: “name must have 1 to 200 characters”.
 * So whoever takes values in from elsewhere than a request holds them to the same. What is left out
 * is not judged.
 */
export const brokenRules = <Input extends object>(
  InputType: abstract new () => Input,
  fields: Partial<Input>,
): string[] => {
  // Made without its constructor: what several inputs have in common is an abstract class.
  const input = Object.assign(Object.create(InputType.prototype as object) as Input, fields)
  const broken = validateSync(input, { skipMissingProperties: true })
  return broken.flatMap(({ constraints = {} }) => Object.values(constraints).map(sayPlainly))
}
