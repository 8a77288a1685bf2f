'use server'

import {
  autosaveOf,
  compareOf,
  discardOf,
  publishOf,
  rollBackOf,
} from '#app/studio/(site)/document-actions.ts'

export const autosave = autosaveOf('announcements')
export const discard = discardOf('announcements')
export const publish = publishOf('announcements')
export const rollBack = rollBackOf('announcements')
export const compare = compareOf('announcements')
