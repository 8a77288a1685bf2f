import type { ListingEdit } from '#lib/domain/listing-edit.ts'

/** A run of words that both texts have, or only one of them. */
export type Run = { kind: 'same' | 'added' | 'removed'; text: string }

/** One field that differs between two versions, with its words side by side. */
export type FieldChange = { name: string; runs: Run[] }

const longest = 1500

/** The longest common subsequence of two lists of words, as its table of lengths. */
function lengths(before: readonly string[], after: readonly string[]): Uint16Array[] {
  const table = Array.from({ length: before.length + 1 }, () => new Uint16Array(after.length + 1))
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      const [row, below] = [table[i], table[i + 1]]
      if (!row || !below) continue
      row[j] = before[i] === after[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0)
    }
  }
  return table
}

/** What was inserted and removed between two texts, word by word; the runs of one side put together give its text. */
export function compareWords(before: string, after: string): Run[] {
  const [old, young] = [before, after].map(text => text.split(/(?<=\s)/).slice(0, longest))
  if (!old || !young) return []
  const table = lengths(old, young)
  const runs: Run[] = []
  const add = (kind: Run['kind'], word: string | undefined) => {
    if (!word) return
    const last = runs.at(-1)
    if (last?.kind === kind) last.text += word
    else runs.push({ kind, text: word })
  }
  let [i, j] = [0, 0]
  while (i < old.length || j < young.length) {
    if (i < old.length && j < young.length && old[i] === young[j]) {
      add('same', old[i])
      i += 1
      j += 1
    } else if (
      j >= young.length ||
      (i < old.length && (table[i + 1]?.[j] ?? 0) >= (table[i]?.[j + 1] ?? 0))
    ) {
      add('removed', old[i])
      i += 1
    } else {
      add('added', young[j])
      j += 1
    }
  }
  return runs
}

type Names = { retailers: Record<string, string>; categories: Record<string, string> }

/** Every field of an edit as a name for people and its text. */
function fieldsOf(edit: ListingEdit, names: Names): Map<string, string> {
  const rows = (list: ListingEdit['facts']) => list.map(row => `${row.label}: ${row.value}`).join('\n')
  return new Map([
    ['Name', edit.name],
    ['Tagline', edit.tagline],
    ['Description', edit.description],
    ['Category', names.categories[edit.category] ?? edit.category],
    ['Place on its shelf', edit.position],
    ['Properties', edit.tags.join(', ')],
    ['Sizes', edit.variants.map(each => each.label || each.sku).join(', ')],
    ...edit.variants.flatMap((each): [string, string][] => [
      [`${each.label || each.sku}: SKU`, each.sku],
      [`${each.label || each.sku}: GTIN`, each.gtin],
      [`${each.label || each.sku}: suggested price`, each.guidance],
      ...Object.entries(each.retailerSkus).map(([id, sku]): [string, string] => [
        `${each.label || each.sku}: number at ${names.retailers[id] ?? id}`,
        sku,
      ]),
    ]),
    ['Pictures', edit.images.map(image => image.alt || image.src).join('\n')],
    ['Facts', rows(edit.facts)],
    ['Ingredients', edit.ingredients],
    ['Allergens', edit.allergens],
    ['Nutrition', rows(edit.nutrition)],
    ['Substitutes', edit.substitutes.join(', ')],
    ['Search title', edit.seo.title],
    ['Search description', edit.seo.description],
  ])
}

/** What changed from one version of a listing to another, field by field, in the editor's order. */
export function compareEdits(before: ListingEdit, after: ListingEdit, names: Names): FieldChange[] {
  return compareTexts(fieldsOf(before, names), fieldsOf(after, names))
}

/** The fields whose text differs, by name. */
export function compareTexts(
  old: ReadonlyMap<string, string>,
  young: ReadonlyMap<string, string>,
): FieldChange[] {
  return [...new Set([...young.keys(), ...old.keys()])].flatMap(name => {
    const [was, is] = [old.get(name) ?? '', young.get(name) ?? '']
    return was === is ? [] : [{ name, runs: compareWords(was, is) }]
  })
}
