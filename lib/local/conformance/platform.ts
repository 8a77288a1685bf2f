import { createServer } from 'node:http'
import { close, listen, readBody } from '#lib/local/stand-ins/aws-json.ts'
import type { Delivery, Webhooks } from '#lib/retailers/conformance/subject.ts'
import { webhookPath } from '#lib/retailers/ucp/platform.ts'
import { getPlatformProfile } from '#lib/services/platform-profile.ts'

/**
 * Stands where the site would, at SITE_URL: serves the platform's profile, by which retailers know who signs and where
 * to report, and takes what they report.
 */
export async function startPlatform(
  port: number,
): Promise<{ webhooks: Webhooks; stop: () => Promise<void> }> {
  const received: Delivery[] = []
  const server = createServer(async (incoming, outgoing) => {
    const { method = 'GET', url = '/', headers } = incoming
    if (method === 'POST' && url.startsWith(webhookPath)) {
      const sent = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)])
      const body = await readBody(incoming)
      received.push({ method, url: new URL(url, `http://${headers.host}`), headers: new Headers(sent), body })
      outgoing.writeHead(202, { 'content-type': 'application/json' }).end('{}')
      return
    }
    outgoing.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'public, max-age=300' })
    outgoing.end(JSON.stringify(await getPlatformProfile()))
  })
  await listen(server, port)
  const next: Webhooks['next'] = async (matches, milliseconds) => {
    const deadline = Date.now() + milliseconds
    for (;;) {
      const found = received.find(matches)
      if (found || Date.now() > deadline) return found
      await new Promise(resolve => setTimeout(resolve, 50))
    }
  }
  return { webhooks: { next }, stop: () => close(server) }
}
