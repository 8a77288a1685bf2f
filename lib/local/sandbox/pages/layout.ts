/** Text made safe for HTML. */
export function escapeHtml(value: unknown): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  }
  return String(value ?? '').replaceAll(/[&<>"']/g, character => entities[character] ?? '')
}

/** Cents as a person reads them. */
export const dollars = (cents: number) =>
  new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' }).format(cents / 100)

/** A moment, short, in UTC. */
export const moment = (iso: string) => `${iso.slice(0, 10)} ${iso.slice(11, 19)}`

const style = `
:root { color-scheme: light dark; --paper: light-dark(#fbfaf7, #16181a); --ink: light-dark(#1c2226, #e8e6e1);
  --soft: light-dark(#5a646b, #a3abb0); --line: light-dark(#dedbd3, #33383c); --card: light-dark(#fff, #1e2124) }
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, sans-serif }
header { background: var(--brand); color: #fff; padding: 1.1rem 1.25rem }
header div { max-width: 62rem; margin: auto } main { max-width: 64.5rem; margin: auto }
header p { margin: 0; opacity: .92 }
h1 { font-size: 1.35rem; margin: 0 } h2 { font-size: 1.1rem; margin: 2rem 0 .6rem }
nav { display: flex; gap: 1.1rem; flex-wrap: wrap; margin-top: .7rem }
nav a { color: #fff; padding: .25rem 0; text-underline-offset: .3em }
nav a:not([aria-current]) { text-decoration: none } nav a:hover { text-decoration: underline }
main { padding: .5rem 1.25rem 3rem }
.scroll { overflow-x: auto; background: var(--card); border: 1px solid var(--line); border-radius: .5rem }
table { border-collapse: collapse; width: 100% } th, td { text-align: left; padding: .5rem .8rem; vertical-align: top }
th { font-weight: 600; color: var(--soft); font-size: .85rem } tr + tr td, thead + tbody td { border-top: 1px solid var(--line) }
td.number, th.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums } code { font-size: .85em; overflow-wrap: anywhere }
.state { display: inline-block; padding: 0 .5rem; border-radius: 1rem; border: 1px solid var(--line); font-size: .85rem }
form { display: grid; gap: .9rem; max-width: 30rem } label { display: grid; gap: .2rem }
input, select, button { font: inherit; padding: .5rem .6rem; border-radius: .35rem; border: 1px solid var(--soft);
  background: var(--card); color: inherit } button { background: var(--brand); color: #fff; border-color: var(--brand); cursor: pointer }
:focus-visible { outline: 3px solid var(--brand); outline-offset: 2px } small, .soft { color: var(--soft) }
header a:focus-visible { outline-color: #fff }
`

export type Page = {
  business: { name: string; blurb: string; colour: string }
  title: string
  current: string
  links: readonly (readonly [string, string])[]
  main: string
}

/** A whole page of a sandbox business, in its own colour. `main` is HTML already. */
export function page({ business, title, current, links, main }: Page): string {
  const items = links.map(
    ([href, label]) =>
      `<a href="${href}"${href === current ? ' aria-current="page"' : ''}>${escapeHtml(label)}</a>`,
  )
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><link rel="icon" href="data:,">
<title>${escapeHtml(title)} · ${escapeHtml(business.name)}</title>
<style>:root { --brand: ${business.colour} }${style}</style></head>
<body><header><div><h1>${escapeHtml(business.name)}</h1><p>${escapeHtml(business.blurb)}</p>
<nav aria-label="Pages">${items.join('')}</nav></div></header>
<main><h2>${escapeHtml(title)}</h2>${main}</main></body></html>`
}

export type Column = { title: string; isNumber?: boolean }

/** A table of HTML cells, or a sentence where there are no rows. */
export function table(columns: readonly Column[], rows: readonly string[][], whenEmpty: string): string {
  if (rows.length === 0) return `<p class="soft">${escapeHtml(whenEmpty)}</p>`
  const of = (index: number) => (columns[index]?.isNumber ? ' class="number"' : '')
  const head = columns.map((column, index) => `<th scope="col"${of(index)}>${escapeHtml(column.title)}</th>`)
  const body = rows.map(
    row => `<tr>${row.map((cell, index) => `<td${of(index)}>${cell}</td>`).join('')}</tr>`,
  )
  return `<div class="scroll" tabindex="0" role="region" aria-label="Table"><table><thead><tr>${head.join('')}</tr></thead>
<tbody>${body.join('\n')}</tbody></table></div>`
}

/** A status as a small label. */
export const state = (word: string) => `<span class="state">${escapeHtml(word.replaceAll('_', ' '))}</span>`
