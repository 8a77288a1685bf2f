import { addChanges } from '#lib/data/changes.ts'
import type { NewChange } from '#lib/domain/change.ts'

/** Records what a person did where no action does it, such as a file that was taken. */
export async function recordChange(by: string, change: NewChange): Promise<void> {
  await addChanges(by, [change])
}
