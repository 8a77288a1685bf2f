/** The documents that make up the shop beside its listings, by name. */
export type DocumentName = 'home' | 'categories' | 'announcements'

const titles: Record<string, string> = { home: 'home page' } satisfies Partial<Record<DocumentName, string>>

/** What people call a document. */
export function documentTitle(name: string): string {
  return titles[name] ?? name
}
