import { Field, Int, ObjectType } from 'type-graphql'
import { readTiles } from './reference-bodies.js'

/** A region's square on a map of its parent, on which all regions have one size. */
@ObjectType({
  description: 'A square on a map of a region, on which all that lie in it have one size.',
  simpleResolvers: true,
})
export class Tile {
  @Field(() => Int, { description: 'How many columns lie to the left of it.' })
  column!: number

  @Field(() => Int, { description: 'How many rows lie above it.' })
  row!: number
}

let tiles: ReadonlyMap<string, Tile> | undefined

/** The tile of a region by its code; null for one that the reference bodies do not hold. */
export const tileOf = (code: string): Tile | null => {
  tiles ??= readTiles()
  return tiles.get(code) ?? null
}
