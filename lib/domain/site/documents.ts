import type { z } from 'zod'
import {
  type Announcements,
  announcementsDraftSchema,
  announcementsSchema,
} from '#lib/domain/site/announcements.ts'
import { type Categories, categoriesDraftSchema, categoriesSchema } from '#lib/domain/site/categories.ts'
import type { DocumentName } from '#lib/domain/site/document-titles.ts'
import { firstHome, type Home, homeDraftSchema, homeSchema } from '#lib/domain/site/home.ts'

/** What marketers edit of the shop beside its listings: each is edited, published and rolled back as a whole. */
export type DocumentContents = { home: Home; categories: Categories; announcements: Announcements }

type Definition<Content> = {
  draft: z.ZodType<Content>
  whole: z.ZodType<Content>
  /** What the shop has before anything was published. */
  first: Content
}

export const documents: { [Name in DocumentName]: Definition<DocumentContents[Name]> } = {
  home: { draft: homeDraftSchema, whole: homeSchema, first: firstHome },
  categories: { draft: categoriesDraftSchema, whole: categoriesSchema, first: { categories: [] } },
  announcements: {
    draft: announcementsDraftSchema,
    whole: announcementsSchema,
    first: { announcements: [] },
  },
}

/** What stands in the way of publishing, at the field it belongs to. */
export type DocumentProblem = { path: string; message: string }
