import { addDays, dayOf } from '#lib/domain/insight/periods.ts'
import { categories } from '#lib/local/seed/catalogue.ts'
import { type Line, percentile } from './report.ts'
import { studioSession } from './studio-session.ts'

const rounds = 11
const mark = 300

type Page = { name: string; path: string /** What a page that has answered says. */; shows: string }

function pagesOf(today: string): Page[] {
  const insight = (days: number) => `/studio/insight?from=${addDays(today, 1 - days)}&to=${today}`
  const [, category] = categories
  return [
    { name: 'listings', path: '/studio', shows: 'Select all' },
    { name: 'listings of a category', path: `/studio?category=${category?.slug}`, shows: 'Select all' },
    {
      name: 'listings in a state',
      path: `/studio?category=${category?.slug}&state=published`,
      shows: 'Select all',
    },
    { name: 'listings by name', path: '/studio?q=rolled+oats', shows: 'Select all' },
    { name: 'insight, 28 days', path: '/studio/insight', shows: 'Sales over time' },
    { name: 'insight, 90 days', path: insight(90), shows: 'Sales over time' },
    { name: 'insight, 365 days', path: insight(365), shows: 'Sales over time' },
  ]
}

async function timePage(site: string, cookie: string, { path, shows }: Page) {
  const times: number[] = []
  let size = 0
  for (let round = 0; round <= rounds; round++) {
    const start = performance.now()
    const answer = await fetch(`${site}${path}`, { headers: { cookie }, redirect: 'manual' })
    const html = await answer.text()
    if (answer.status !== 200 || !html.includes(shows)) throw new Error(`${path}: ${answer.status}`)
    // The first request loads the page's code.
    if (round > 0) times.push(performance.now() - start)
    size = html.length
  }
  return { median: Math.round(percentile(times, 0.5)), slowest: Math.round(Math.max(...times)), size }
}

/** (g) How long the studio's pages take to answer a marketer, with `many` listings and so many orders counted. */
export async function studioPages(site: string, many: number, orders: number): Promise<Line[]> {
  const cookie = await studioSession(site, 'marketer')
  const lines: Line[] = []
  for (const page of pagesOf(dayOf(Date.now()))) {
    const { median, slowest, size } = await timePage(site, cookie, page)
    lines.push({
      part: 'g',
      what: `Studio, ${page.name}: ${many / 1000}k listings, ${orders / 1e6}M orders`,
      measured: `${median} ms, slowest ${slowest} ms, ${Math.round(size / 1000)} kB`,
      mark: `median under ${mark} ms`,
      met: median < mark,
      details: { median, slowest, size },
    })
  }
  return lines
}
