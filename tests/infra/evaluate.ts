import { mkdirSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { call, newResource } from './mocks.ts'
import { fromPlatform, platformFolder } from './platform.ts'

export type Resource = { type: string; name: string; inputs: Record<string, unknown> }

/** A text to replace in one source file before it is evaluated: a mistake, planted. */
export type Change = { file: string; find: string; replace: string }

type Plugin = {
  name: string
  setup: (build: {
    onResolve: (options: { filter: RegExp }, run: () => { path: string; namespace: string }) => void
    onLoad: (
      options: { filter: RegExp; namespace?: string },
      run: (args: { path: string }) => Promise<{ contents: string; loader: 'ts' | 'js' } | undefined>,
    ) => void
  }) => void
}
type Esbuild = { build: (options: Record<string, unknown> & { plugins: Plugin[] }) => Promise<unknown> }
type Pulumi = {
  runtime: {
    setMocks: (mocks: object, project: string, stack: string, preview: boolean) => Promise<void> | void
    runInPulumiStack: (program: () => Promise<unknown>) => Promise<unknown>
    disconnect: () => Promise<void>
  }
}
type App = { name: string; providers?: Record<string, unknown>; removal?: string; protect?: boolean }
type Program = { app: (input: { stage: string }) => App; run: () => Promise<unknown> }

/** Code archives are not looked at here, and zipping the site takes longer than all the rest. */
const emptyArchives = `
import { createWriteStream } from 'node:fs'
export default () => ({
  on() {}, file() {}, append() {},
  pipe(stream) { this.stream = stream },
  async finalize() { this.stream.end('') },
})`

function plugin(changes: readonly Change[]): Plugin {
  return {
    name: 'infra-check',
    setup: ({ onResolve, onLoad }) => {
      onResolve({ filter: /^archiver$/ }, () => ({ path: 'archiver', namespace: 'empty' }))
      onLoad({ filter: /.*/, namespace: 'empty' }, async () => ({ contents: emptyArchives, loader: 'js' }))
      onLoad({ filter: /(sst\.config|lib\/.*)\.ts$/ }, async ({ path }) => {
        const file = relative(process.cwd(), path)
        const wanted = changes.filter(change => change.file === file)
        if (wanted.length === 0) return undefined
        let contents = await readFile(path, 'utf8')
        for (const { find, replace } of wanted) {
          if (!contents.includes(find))
            throw new Error(`${file} no longer holds what is to be changed: ${find}`)
          contents = contents.replace(find, replace)
        }
        return { contents, loader: 'ts' }
      })
    },
  }
}

/** What the SST command answers while a program runs: where it keeps code, and a function's built handler. */
async function startRpc(): Promise<{ url: string; handlers: Set<string>; stop: () => void }> {
  const handlers = new Set<string>()
  const built = resolve('.sst/artifacts/empty')
  mkdirSync(built, { recursive: true })
  const answers: Record<string, (input: Record<string, unknown>) => unknown> = {
    'Provider.Aws.Bootstrap': () => ({ asset: 'sst-asset', state: 'sst-state', assetEcrUrl: '' }),
    'Runtime.Build': ({ handler, bundle }) => {
      if (!bundle) handlers.add(String(handler))
      return { handler, out: bundle ? resolve(String(bundle)) : built, errors: [], sourcemaps: [] }
    },
  }
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += String(chunk)
    const { method, params } = JSON.parse(body) as { method: string; params: Record<string, unknown>[] }
    const answer = answers[method]
    const result = answer ? { result: answer(params[0] ?? {}) } : { error: `rpc: can't find ${method}` }
    response.end(JSON.stringify(result))
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const port = address && typeof address === 'object' ? address.port : 0
  return { url: `http://127.0.0.1:${port}`, handlers, stop: () => server.close() }
}

const bundleFolder = join(platformFolder, 'check')
let bundles = 0

/** Bundles sst.config.ts as the SST command does, with `changes` made to its sources. Returns the file. */
export async function bundle(changes: readonly Change[] = []): Promise<string> {
  const outfile = join(bundleFolder, `${process.pid}.${bundles++}.mjs`)
  const esbuild = fromPlatform('esbuild') as Esbuild
  const source = (path: string) => JSON.stringify(join(platformFolder, 'src', path))
  await esbuild.build({
    stdin: {
      contents: [
        `import * as aws from '@pulumi/aws'`,
        `import * as sst from ${source('components/index.ts')}`,
        `import { run } from ${source('auto/run.ts')}`,
        `import config from ${JSON.stringify(resolve('sst.config.ts'))}`,
        'Object.assign(globalThis, { aws, sst })',
        'export default { app: config.app, run: () => run(config.run) }',
      ].join('\n'),
      resolveDir: platformFolder,
      loader: 'ts',
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'esnext',
    mainFields: ['module', 'main'],
    keepNames: true,
    logLevel: 'silent',
    outfile,
    nodePaths: [join(platformFolder, 'node_modules')],
    external: ['@pulumi/*', '@pulumiverse/*', 'esbuild', 'ts-node'],
    inject: [join(platformFolder, 'src/shim/run.js')],
    define: {
      // SST writes the stage's settings in; here one bundle serves every stage.
      $app: 'globalThis.$app',
      $cli: JSON.stringify({
        command: 'deploy',
        paths: {
          home: resolve('.sst'),
          root: process.cwd(),
          work: resolve('.sst'),
          platform: platformFolder,
        },
        state: { version: {} },
      }),
      $dev: 'false',
    },
    banner: {
      js: "import { createRequire as makeRequire } from 'node:module'; import { fileURLToPath as toPath } from 'node:url'; const require = makeRequire(import.meta.url); const __dirname = toPath(new URL('.', import.meta.url));",
    },
    plugins: [plugin(changes)],
  })
  return outfile
}

let evaluations = 0

/**
 * SST's own kinds of resources carry the code that makes them, which takes Pulumi most of its time to write down;
 * nobody runs it here. Their inputs stay.
 */
function leaveOutProviders(): void {
  const pulumi = fromPlatform('@pulumi/pulumi') as { CustomResource: unknown; dynamic: { Resource: unknown } }
  const CustomResource = pulumi.CustomResource as {
    new (type: string, name: string, props: object, options: object): object
  }
  const Plain: new (provider: unknown, name: string, props: object, options: object) => object =
    class extends CustomResource {
      constructor(_provider: unknown, name: string, props: object, options: object) {
        super('pulumi-nodejs:dynamic:Resource', name, props, options)
      }
    }
  pulumi.dynamic.Resource = Plain
}

export type Evaluation = { stage: string; resources: Resource[]; handlers: string[] }

/** Runs a bundle for a stage with no provider behind it, and lists the resources that it asks for. */
export async function evaluate(file: string, stage: string): Promise<Evaluation> {
  leaveOutProviders()
  // Pulumi notes a stack for every promise.
  Error.stackTraceLimit = 0
  const $app = { stage, providers: {}, removal: 'remove' }
  Object.assign(globalThis, { $app })
  // A query makes it a module of its own: SST keeps what it made in module variables.
  const loaded: { default: Program } = await import(`${pathToFileURL(file).href}?${evaluations++}`)
  const program = loaded.default
  const settings = program.app({ stage })
  Object.assign($app, settings)
  const { runtime } = fromPlatform('@pulumi/pulumi') as Pulumi
  const resources: Resource[] = []
  const mocks = {
    newResource: (resource: Resource) => {
      resources.push({ type: resource.type, name: resource.name, inputs: resource.inputs })
      return newResource(resource)
    },
    call,
  }
  const rpc = await startRpc()
  process.env.SST_SERVER = rpc.url
  try {
    await runtime.setMocks(mocks, settings.name, stage, false)
    await runtime.runInPulumiStack(() => program.run())
    await runtime.disconnect()
  } finally {
    rpc.stop()
    Error.stackTraceLimit = 10
  }
  return { stage, resources, handlers: [...rpc.handlers] }
}

/** Takes away what `bundle` left behind. */
export function forgetBundles(): void {
  rmSync(bundleFolder, { recursive: true, force: true })
}
