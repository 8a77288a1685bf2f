import { dollars, escapeHtml, table } from './layout.ts'

/** A column of numbers. */
export const number = (title: string) => ({ title, isNumber: true })

/** What is bought, a row an article. */
export function lines(items: readonly { title: string; quantity: number; price: number }[]): string {
  return table(
    [{ title: 'Article' }, number('Quantity'), number('Each'), number('Together')],
    items.map(line => [
      escapeHtml(line.title),
      String(line.quantity),
      dollars(line.price),
      dollars(line.price * line.quantity),
    ]),
    'No lines.',
  )
}

/** The parts of a total. */
export function totals(entries: readonly { display_text: string; amount: number }[]): string {
  return table(
    [{ title: 'Part' }, number('Amount')],
    entries.map(entry => [escapeHtml(entry.display_text), dollars(entry.amount)]),
    'No totals.',
  )
}
