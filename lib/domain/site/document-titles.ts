/** The documents that make up the shop beside its listings, by name. */
export const documentNames = ['home', 'categories', 'announcements'] as const
export type DocumentName = (typeof documentNames)[number]

const titles: Record<string, string> = { home: 'home page' } satisfies Partial<Record<DocumentName, string>>

/** What people call a document. */
export function documentTitle(name: string): string {
  return titles[name] ?? name
}
