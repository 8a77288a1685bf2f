import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { fingerprint } from '#lib/local/build.ts'
import { unless } from '#tests/infra/graph.ts'
import { run } from '#tests/infra/platform.ts'

/** Where the build for the cloud is kept, and where the demo's waits meanwhile: both insist on `.next`. */
const kept = '.local/infra/next'
const aside = '.local/infra/next-of-the-demo'
const stampFile = '.open-next/sources.sha256'

export const processorOrigin = 'https://pay.processor.example'

function move(from: string, to: string): void {
  if (!existsSync(from)) return
  rmSync(to, { recursive: true, force: true })
  renameSync(from, to)
}

async function build(): Promise<'built' | 'unchanged'> {
  const stamp = fingerprint() + readFileSync('open-next.config.ts', 'utf8')
  const isKept = existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp && existsSync(kept)
  if (isKept) {
    move(kept, '.next')
    return 'unchanged'
  }
  rmSync('.open-next', { recursive: true, force: true })
  await run('open-next build', ['node_modules/.bin/open-next', 'build'], {
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    BRANDFRONT_LOCAL: '0',
    PROCESSOR_ORIGINS: processorOrigin,
  })
  writeFileSync(stampFile, stamp)
  return 'built'
}

/** Runs `work` with the site built for the cloud in `.next` and `.open-next`, then puts the demo's build back. */
export async function withSiteBuild(work: (how: 'built' | 'unchanged') => Promise<void>): Promise<void> {
  mkdirSync('.local/infra', { recursive: true })
  // What is aside already was left there by a run that was killed.
  if (existsSync(aside)) rmSync('.next', { recursive: true, force: true })
  else move('.next', aside)
  try {
    await work(await build())
    move('.next', kept)
  } finally {
    rmSync('.next', { recursive: true, force: true })
    move(aside, '.next')
  }
}

/** What OpenNext has to leave behind; its build succeeds without some of it. */
export function outputProblems(): string[] {
  const output = '.open-next/open-next.output.json'
  const sharp = '.open-next/image-optimization-function/node_modules/@img'
  const origins = existsSync(output)
    ? (JSON.parse(readFileSync(output, 'utf8')) as { origins: { default: { streaming: boolean } } }).origins
    : undefined
  return [
    ...unless(origins !== undefined, 'OpenNext left no description of its output'),
    ...unless(origins?.default.streaming === true, 'the server does not stream its answers'),
    ...['sharp-linux-arm64', 'sharp-libvips-linux-arm64'].flatMap(name =>
      unless(existsSync(`${sharp}/${name}`), `the image optimiser lacks ${name}`),
    ),
    ...unless(!existsSync(`${sharp}/sharp-linux-x64`), 'the image optimiser carries sharp for x64'),
    ...['server-functions/default', 'revalidation-function', 'dynamodb-provider'].flatMap(name =>
      unless(existsSync(`.open-next/${name}/index.mjs`), `OpenNext left no ${name}`),
    ),
  ]
}
