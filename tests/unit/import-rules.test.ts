import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const everyLayer = {
  domain: '#lib/domain/money.ts',
  data: '#lib/data/orders.ts',
  retailers: '#lib/retailers/registry.ts',
  notify: '#lib/notify/publish-order-event.ts',
  services: '#lib/services/place-order.ts',
  workflow: '#lib/workflow/task.ts',
  infra: '#lib/infra/table.ts',
  local: '#lib/local/ports.ts',
  app: '#app/layout.tsx',
  components: '#components/ui/button.tsx',
  tests: '#tests/fixtures/functions.ts',
  action: '#lib/action.ts',
  auth: '#lib/auth.ts',
  config: '#lib/config.ts',
  log: '#lib/log.ts',
  secrets: '#lib/secrets.ts',
  climbing: '../elsewhere.ts',
  beside: './beside.ts',
} as const
type Layer = keyof typeof everyLayer

const server: Layer[] = ['config', 'log', 'secrets', 'beside']

/** The table of design.md: what a file may import. All else fails the lint. */
const rules: Record<string, Layer[]> = {
  'lib/domain/planted.ts': ['domain', 'beside'],
  'lib/data/planted.ts': ['domain', 'data', ...server],
  'lib/retailers/ucp/planted.ts': ['domain', 'retailers', ...server],
  'lib/notify/planted.ts': ['domain', 'data', 'notify', ...server],
  'lib/services/planted.ts': ['domain', 'data', 'retailers', 'notify', 'services', ...server],
  'lib/workflow/tasks/planted.ts': ['domain', 'data', 'retailers', 'notify', 'workflow', ...server],
  'app/(shop)/cart/planted.tsx': ['components', 'services', 'domain', 'app', 'action', 'auth', ...server],
  'components/cart/planted.tsx': ['components', 'domain', 'beside'],
  'lib/infra/planted.ts': ['infra', 'beside'],
}

type Report = { diagnostics: { location: { path: string; start: { line: number } } }[] }

const planted = mkdtempSync(join(tmpdir(), 'import-rules-'))
afterAll(() => rmSync(planted, { recursive: true }))

/** The imports that the lint refuses in a file of this path, in a tree with nothing else but the rules. */
function refused(path: string, imports: readonly string[]): string[] {
  const rules = JSON.parse(readFileSync('biome.json', 'utf8')) as object
  writeFileSync(join(planted, 'biome.json'), JSON.stringify({ ...rules, vcs: { enabled: false } }))
  mkdirSync(join(planted, dirname(path)), { recursive: true })
  writeFileSync(join(planted, path), imports.map(name => `import '${name}'\n`).join(''))
  const lint = ['lint', '--only=style/noRestrictedImports', '--max-diagnostics=none', '--reporter=json', path]
  const { stdout } = spawnSync(resolve('node_modules/.bin/biome'), lint, { cwd: planted, encoding: 'utf8' })
  const lines = (JSON.parse(stdout) as Report).diagnostics.map(found => found.location.start.line)
  return imports.filter((_, index) => lines.includes(index + 1))
}

test.each(Object.entries(rules))('%s may import its own layers and nothing else', (path, allowed) => {
  const layers = Object.keys(everyLayer) as Layer[]
  const expected = layers.filter(layer => !allowed.includes(layer)).map(layer => everyLayer[layer])
  expect(refused(path, Object.values(everyLayer))).toEqual(expected)
})

test('infrastructure may import the workflow definition, not its tasks', () => {
  const imports = ['#lib/workflow/purchase.asl.ts', '#lib/workflow/functions.ts', '#lib/workflow/task.ts']
  expect(refused('lib/infra/planted.ts', imports)).toEqual(['#lib/workflow/task.ts'])
})

test('the domain does no I/O', () => {
  expect(refused('lib/domain/planted.ts', ['node:fs', 'next/headers', 'zod'])).toEqual([
    'node:fs',
    'next/headers',
  ])
})

test('nothing outside lib/local and tests imports lib/local', () => {
  expect(refused('lib/planted.ts', [everyLayer.local, everyLayer.domain])).toEqual([everyLayer.local])
  expect(refused('lib/local/planted.ts', Object.values(everyLayer))).toEqual([everyLayer.climbing])
})
