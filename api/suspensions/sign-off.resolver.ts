import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import { changeOf } from '../access/change-outcome.js'
import { mustFind } from '../access/change.js'
import type { Context } from '../access/context.js'
import { mutationOf } from '../access/mutation.js'
import { recordSignOff, RecordSignOffInput } from './record-sign-off.command.js'
import { SignOff } from './sign-off.entity.js'
import { Suspension } from './suspension.entity.js'
import { withdrawSignOff, WithdrawSignOffInput } from './withdraw-sign-off.command.js'

const SignOffChange = changeOf(SignOff, 'SignOff')

@Resolver(() => SignOff)
export class SignOffResolver {
  @FieldResolver(() => Suspension, { description: 'The suspension whose condition it is for.' })
  suspension(@Root() { suspension }: SignOff, @Ctx() { register }: Context) {
    return mustFind(register, 'suspension', suspension)
  }
}

/** The commands about them. */
export const signOffMutations = [
  mutationOf(SignOffChange, recordSignOff, RecordSignOffInput),
  mutationOf(SignOffChange, withdrawSignOff, WithdrawSignOffInput),
]
