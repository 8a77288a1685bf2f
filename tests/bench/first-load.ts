import { gzipSync } from 'node:zlib'
import type { Line } from './report.ts'
import { pages } from './throughput.ts'

const mark = 160

/** The scripts a page's HTML makes a modern browser fetch. */
function scriptsIn(html: string): string[] {
  const tags = html.match(/<script[^>]*\ssrc="[^"]+"[^>]*>/g) ?? []
  const modern = tags.filter(tag => !/\snomodule/i.test(tag))
  return [...new Set(modern.flatMap(tag => /\ssrc="([^"]+)"/.exec(tag)?.[1] ?? []))]
}

/** (c) JavaScript of the first load, gzip, by the scripts named in the HTML. */
export async function firstLoad(site: string): Promise<Line[]> {
  return Promise.all(
    Object.entries(pages).map(async ([name, path]) => {
      const html = await (await fetch(`${site}${path}`)).text()
      const sizes = await Promise.all(
        scriptsIn(html).map(async script => {
          const body = await (await fetch(new URL(script, site))).arrayBuffer()
          return [script, gzipSync(Buffer.from(body), { level: 9 }).length] as const
        }),
      )
      const kilobytes = sizes.reduce((sum, [, size]) => sum + size, 0) / 1000
      return {
        part: 'c',
        what: `First-load JavaScript, gzip: ${name} page`,
        measured: `${kilobytes.toFixed(1)} kB in ${sizes.length} files`,
        mark: `at most ${mark} kB`,
        met: sizes.length > 0 && kilobytes <= mark,
        details: Object.fromEntries(sizes),
      }
    }),
  )
}
