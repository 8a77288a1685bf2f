import autocannon from 'autocannon'
import { startBareSite } from './bare-site.ts'
import { type Line, percentile } from './report.ts'

const rounds = 4
const seconds = 3
const connections = 16

export const pages = { home: '/', listing: '/products', product: '/p/harbor-rolled-oats' }

type Sample = { perSecond: number; p50: number; p95: number }

async function sample(url: string, duration = seconds): Promise<Sample> {
  const { requests, latency, non2xx, errors } = await autocannon({ url, connections, duration })
  if (non2xx + errors > 0) throw new Error(`${url}: ${non2xx} bad answers, ${errors} errors`)
  return { perSecond: requests.average, p50: latency.p50, p95: latency.p97_5 }
}

/** (b) Requests a second of the three pages over a bare static page, in short turns so that all share the weather. */
export async function throughput(site: string, barePort: number): Promise<Line[]> {
  const bare = await startBareSite(barePort)
  const urls = Object.entries({
    bare: `http://127.0.0.1:${barePort}/`,
    ...Object.fromEntries(Object.entries(pages).map(([name, path]) => [name, `${site}${path}`])),
  })
  const samples = new Map<string, Sample[]>(urls.map(([name]) => [name, []]))
  try {
    for (const [, url] of urls) await sample(url, 1)
    for (let round = 0; round < rounds; round++)
      for (const [name, url] of round % 2 === 0 ? urls : urls.toReversed())
        samples.get(name)?.push(await sample(url))
  } finally {
    await bare.stop()
  }
  const middle = (name: string, of: keyof Sample) =>
    percentile(
      (samples.get(name) ?? []).map(each => each[of]),
      0.5,
    )
  return urls.map(([name]) => {
    const ratio = middle(name, 'perSecond') / middle('bare', 'perSecond')
    const words = `${Math.round(middle(name, 'perSecond'))}/s, p50 ${middle(name, 'p50')} ms, p97.5 ${middle(name, 'p95')} ms`
    const line = { part: 'b', what: `Requests served: ${name} page`, details: samples.get(name) }
    if (name === 'bare') return { ...line, measured: words }
    return {
      ...line,
      measured: `${words}, ratio ${ratio.toFixed(2)}`,
      mark: 'ratio at least 0.80',
      met: ratio >= 0.8,
    }
  })
}
