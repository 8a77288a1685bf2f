'use server'

import {
  autosaveOf,
  beginUploadOf,
  compareOf,
  discardOf,
  endUploadOf,
  publishOf,
  rollBackOf,
} from '#app/studio/(site)/document-actions.ts'

export const autosave = autosaveOf('home')
export const discard = discardOf('home')
export const publish = publishOf('home')
export const rollBack = rollBackOf('home')
export const compare = compareOf('home')
export const beginUpload = beginUploadOf()
export const endUpload = endUploadOf('home')
