import { existsSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { startChild } from '#lib/local/child.ts'
import packageJson from '#package.json' with { type: 'json' }

/** Where `sst install` puts the platform that sst.config.ts is written against. */
export const platformFolder = resolve('.sst/platform')

const environment = {
  SST_TELEMETRY_DISABLED: '1',
  SST_SKIP_DEPENDENCY_CHECK: '1',
  SST_NO_BUN: '1',
  AWS_EC2_METADATA_DISABLED: 'true',
}

/** Runs a command; resolves with its output. Throws, output and all, when it fails. */
export async function run(
  name: string,
  command: string[],
  env: Record<string, string> = {},
): Promise<string> {
  const lines: string[] = []
  const child = startChild(name, command, { env, onLine: line => lines.push(line) })
  const code = await child.ended
  if (code !== 0) throw new Error(`${name} ended with ${code}:\n${lines.slice(-60).join('\n')}`)
  return lines.join('\n')
}

function isInstalled(): boolean {
  const version = resolve(platformFolder, 'version')
  const known = existsSync(version) && readFileSync(version, 'utf8').trim() === packageJson.dependencies.sst
  return known && existsSync(resolve(platformFolder, 'node_modules/@pulumi/aws/package.json'))
}

/** Fetches the platform from the npm registry unless this version of it is here. Needs no account. */
export async function installPlatform(): Promise<'installed' | 'was there'> {
  if (isInstalled()) return 'was there'
  rmSync('.sst', { recursive: true, force: true })
  await run('sst install', ['node_modules/.bin/sst', 'install', '--stage', 'check'], environment)
  if (!isInstalled()) throw new Error('`sst install` left no platform of the version in package.json.')
  return 'installed'
}

/** Loads a CommonJS package of the platform's own tree, the one that the evaluated program uses too. */
export function fromPlatform(name: string): unknown {
  return createRequire(resolve(platformFolder, 'package.json'))(name)
}

/** TypeScript's complaints about sst.config.ts and lib/infra; those about the platform's sources are not ours. */
export async function typeErrors(): Promise<string[]> {
  const lines: string[] = []
  const child = startChild('types', ['node_modules/.bin/tsc', '--noEmit', '-p', 'lib/infra'], {
    env: {},
    onLine: line => lines.push(line),
  })
  await child.ended
  return lines.filter(line => line.includes(': error TS') && !line.startsWith('.sst/'))
}
