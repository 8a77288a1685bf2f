import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ListingEditor } from '#components/studio/editor/listing-editor.tsx'
import { config } from '#lib/config.ts'
import { isDomainError } from '#lib/domain/errors.ts'
import { getListingEdit } from '#lib/services/get-listing-edit.ts'
import { listingPath, previewAddress } from '#lib/services/preview-link.ts'
import * as actions from './actions.ts'

export const metadata: Metadata = { title: 'Edit a listing' }

const workingDay = 12 * 60 * 60

export default async function ListingEditPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params
  const { state, ...known } = await getListingEdit(slug).catch(error => {
    if (isDomainError(error, 'not_found')) notFound()
    throw error
  })
  const previewPath = await previewAddress(listingPath(slug), workingDay)
  return (
    <ListingEditor
      actions={{ ...actions }}
      context={{ ...known, slug, previewPath, site: config.SITE_URL }}
      initial={state}
      key={slug}
    />
  )
}
