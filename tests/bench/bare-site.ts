import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Child, startChild } from '#lib/local/child.ts'
import { untilAnswers } from '#lib/local/sandboxes.ts'
import { serverMemory } from '#lib/local/site.ts'

const folder = '.local/bare-site'
const files = {
  'package.json': '{ "private": true, "type": "module" }',
  // The shop's own settings: the server does the same work for both, but for the page.
  'next.config.mjs':
    "import shop from '../../next.config.mjs'\nexport default { poweredByHeader: false, generateEtags: shop.generateEtags, headers: shop.headers, rewrites: shop.rewrites }",
  'app/layout.jsx':
    'export default function Layout({ children }) { return <html lang="en"><body>{children}</body></html> }',
  'app/front/us/page.jsx': 'export default function Page() { return <main><h1>A bare page</h1></main> }',
}

/** A Next site of one static page, built once and served the way the shop is: what the shop's pages are held against. */
export async function startBareSite(port: number): Promise<Child> {
  const next = [process.execPath, join(process.cwd(), 'node_modules/next/dist/bin/next')]
  const env = { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
  if (!existsSync(join(folder, '.next/BUILD_ID'))) {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name), `${content}\n`)
    }
    const lines: string[] = []
    const build = startChild('bare build', [...next, 'build'], {
      cwd: folder,
      env,
      onLine: line => lines.push(line),
    })
    if ((await build.ended) !== 0)
      throw new Error(`The bare page did not build:\n${lines.slice(-20).join('\n')}`)
  }
  const child = startChild('bare site', [...next, 'start', '-H', '127.0.0.1', '-p', String(port)], {
    cwd: folder,
    env: { ...env, NODE_OPTIONS: serverMemory },
  })
  await untilAnswers(`http://127.0.0.1:${port}/`, child, 30)
  return child
}
