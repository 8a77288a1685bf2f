import type { Metadata } from 'next'
import { CategoriesEditor } from '#components/studio/site/categories-editor.tsx'
import { getDocumentEdit } from '#lib/services/site/edit-document.ts'
import * as actions from './actions.ts'

export const metadata: Metadata = { title: 'Categories' }

export default async function CategoriesEditPage() {
  const { state, live, versions } = await getDocumentEdit('categories')
  return (
    <CategoriesEditor
      actions={{ ...actions }}
      initial={state}
      published={live.categories.map(({ slug }) => slug)}
      versions={versions}
    />
  )
}
