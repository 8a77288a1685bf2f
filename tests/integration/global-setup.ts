import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { choosePorts, type Ports } from '#lib/local/ports.ts'
import { startStandIns } from '#lib/local/stand-ins/start.ts'

declare module 'vitest' {
  interface ProvidedContext {
    environment: Record<string, string>
    ports: Ports
  }
}

/** Starts the stand-ins, with the tables and the workflow, and data of their own for one run of the tests. */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'brandfront-'))
  const { ports } = await choosePorts(Number(process.env.TEST_PORT ?? 14_000))
  const standIns = await startStandIns({ ports, folder })
  Object.assign(process.env, standIns.env)
  // Imported only now: its modules read the environment when they are loaded.
  const { makeResources } = await import('#lib/local/resources.ts')
  await makeResources()
  project.provide('environment', standIns.env)
  project.provide('ports', ports)
  return async () => {
    await standIns.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
