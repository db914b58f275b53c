import { Column } from 'typeorm'
import type { Moment } from '../kernel/moment.js'

const transformer = {
  from: (value: Date | null): Moment | null => value && value.toISOString(),
  to: (value: Moment | null): Moment | null => value,
}

/** A column that holds a moment: `timestamptz` in the database, a `Moment` in the row. */
export const MomentColumn = (options: { nullable?: boolean } = {}): PropertyDecorator =>
  Column('timestamptz', { ...options, transformer })
