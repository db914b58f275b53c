import type { CommandName, Viewer } from '../providers/viewer.js'

/** A button that leads to the page of a command. */
export interface Action {
  readonly command: CommandName
  /**
   * Its place in addresses, below the resource or the thing: "reclassify". A command of another
   * resource has its whole address, from its slash on.
   */
  readonly path: string
  /** What the button says: "Reclassify". */
  readonly label: string
  /** Whether it is somebody's to give, where the role alone does not say. */
  readonly isOf?: (viewer: Viewer) => boolean
}
