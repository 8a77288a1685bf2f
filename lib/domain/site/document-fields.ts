import { compareTexts, type FieldChange } from '#lib/domain/compare-edits.ts'

const labels: Record<string, string> = {
  title: 'title',
  words: 'words',
  rows: 'list',
  link: 'link',
  secondLink: 'second link',
  label: 'words',
  href: 'address',
  picture: 'picture',
  image: 'picture',
  src: 'file',
  alt: 'what it shows',
  product: 'product',
  products: 'products',
  source: 'products from',
  category: 'category',
  hidden: 'hidden',
  text: 'text',
  tone: 'look',
  from: 'from',
  until: 'until',
  name: 'name',
  intro: 'words',
  seo: 'for search engines',
  description: 'description',
}

/** What names an entry, and says nothing that a reader could compare. */
const unsaid = ['key', 'slug', 'kind']

type Entry = Record<string, unknown>

function isEntry(value: unknown): value is Entry {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function textOf(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value)) return value.map(textOf).join('\n')
  if (isEntry(value)) return Object.values(value).map(textOf).filter(Boolean).join(': ')
  return String(value ?? '')
}

/** What a list's entry is called: the first of its words. */
function nameOf(entry: Entry): string {
  return textOf(entry.title ?? entry.name ?? entry.text) || 'Unnamed'
}

/** The same entry has the same name before and after, whatever was done to its words: the newer. */
type Names = Map<unknown, string>

function entriesOf(content: object): Entry[] {
  return Object.values(content).flatMap(list => (Array.isArray(list) ? list.filter(isEntry) : []))
}

function fieldsOf(content: object, names: Names): Map<string, string> {
  const fields = new Map<string, string>()
  const entries = entriesOf(content)
  const called = (entry: Entry) => names.get(entry.key ?? entry.slug) ?? nameOf(entry)
  fields.set('Order', entries.map(called).join(', '))
  for (const entry of entries) {
    for (const [attribute, value] of Object.entries(entry)) {
      if (unsaid.includes(attribute)) continue
      fields.set(`${called(entry)}: ${labels[attribute] ?? attribute}`, textOf(value))
    }
  }
  return fields
}

/** What changed from one version of a document to another, entry by entry and field by field. */
export function compareDocuments(before: object, after: object): FieldChange[] {
  const names: Names = new Map(
    [...entriesOf(before), ...entriesOf(after)].map(entry => [entry.key ?? entry.slug, nameOf(entry)]),
  )
  return compareTexts(fieldsOf(before, names), fieldsOf(after, names))
}

/** The same in a few words, for the log: which entries differ. At most 300 characters. */
export function changedEntries(before: object, after: object): string {
  const names = compareDocuments(before, after).map(({ name }) => name.split(': ')[0] ?? name)
  const all = [...new Set(names)].join(', ')
  return all.length > 300 ? `${all.slice(0, 297)}...` : all
}

const lists: Record<string, string> = {
  sections: 'Section',
  categories: 'Category',
  announcements: 'Announcement',
  rows: 'row',
}

/** What a field is called, by its path in a form: `sections.2.title` is `Section 3, title`. */
export function fieldTitle(path: string): string {
  const parts = path.split('.').map((part, index, all) => {
    if (/^\d+$/.test(part)) return String(Number(part) + 1)
    const isList = /^\d+$/.test(all[index + 1] ?? '')
    return (isList ? lists[part] : undefined) ?? labels[part] ?? part
  })
  return parts.join(', ').replace(/([A-Za-z]), (\d)/g, '$1 $2')
}
