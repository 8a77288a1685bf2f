import type { Metadata } from 'next'
import { AnnouncementsEditor } from '#components/studio/site/announcements-editor.tsx'
import { getDocumentEdit } from '#lib/services/site/edit-document.ts'
import * as actions from './actions.ts'

export const metadata: Metadata = { title: 'Announcements' }

export default async function AnnouncementsEditPage() {
  const { state, versions } = await getDocumentEdit('announcements')
  return <AnnouncementsEditor actions={{ ...actions }} initial={state} versions={versions} />
}
