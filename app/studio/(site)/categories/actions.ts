'use server'

import { z } from 'zod'
import {
  autosaveOf,
  beginUploadOf,
  compareOf,
  discardOf,
  endUploadOf,
  publishOf,
  rollBackOf,
} from '#app/studio/(site)/document-actions.ts'
import { action } from '#lib/action.ts'
import { slugSchema } from '#lib/domain/listing.ts'
import { refuseRemoval } from '#lib/services/site/publish-document.ts'

export const autosave = autosaveOf('categories')
export const discard = discardOf('categories')
export const publish = publishOf('categories')
export const rollBack = rollBackOf('categories')
export const compare = compareOf('categories')
export const beginUpload = beginUploadOf()
export const endUpload = endUploadOf('categories')

/** Why a category cannot go, in words; undefined where it can. */
export const askRemoval = action({
  schema: z.object({ slug: slugSchema, name: z.string().max(200) }),
  role: 'marketer',
  run: refuseRemoval,
  records: 'nothing',
})
