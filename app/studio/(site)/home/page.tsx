import type { Metadata } from 'next'
import { findListings } from '#app/studio/listings/[slug]/actions.ts'
import { HomeEditor } from '#components/studio/site/home-editor.tsx'
import { listCategories } from '#lib/services/list-categories.ts'
import { homePath, previewAddress } from '#lib/services/preview-link.ts'
import { getDocumentEdit } from '#lib/services/site/edit-document.ts'
import { productNames } from '#lib/services/site/product-names.ts'
import * as actions from './actions.ts'

export const metadata: Metadata = { title: 'Home page' }

const workingDay = 12 * 60 * 60

export default async function HomeEditPage() {
  const [{ state, versions }, categories, previewPath] = await Promise.all([
    getDocumentEdit('home'),
    listCategories(),
    previewAddress(homePath, workingDay),
  ])
  return (
    <HomeEditor
      actions={{ ...actions }}
      categories={categories.map(({ slug, name }) => ({ slug, name }))}
      findListings={findListings}
      initial={state}
      previewPath={previewPath}
      productNames={await productNames(state.edit)}
      versions={versions}
    />
  )
}
