import { Matches, MaxLength } from 'class-validator'
import { UNSEEN } from '../kernel/text.js'

/** Several decorators as one. */
export const both = (...decorators: readonly PropertyDecorator[]): PropertyDecorator =>
  (target, key) => decorators.forEach((decorate) => decorate(target, key))

/**
 * That a text has some form, said in the words that come after “must”. The library's own sentence
 * shows the pattern, which tells nobody what to write: here there is none without words.
 */
export const InForm = (form: RegExp, words: string): PropertyDecorator =>
  Matches(form, { message: `$property must ${words}` })

/** That a text has more in it than blanks. */
export const SaysSomething = (): PropertyDecorator => InForm(/\S/, 'say something')

/** That a text is one line, and has nothing in it that is not seen. */
export const OneLine = (): PropertyDecorator =>
  InForm(new RegExp(`^(?!.*${UNSEEN.source}).*$`, 'su'), 'be one line, without control characters')

const NAME_MAX = 200

/** That a text is a name or a title: no blank, and at most 200 characters. */
export const Named = (): PropertyDecorator => both(SaysSomething(), MaxLength(NAME_MAX))
