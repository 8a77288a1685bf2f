import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { startChild } from '#lib/local/child.ts'
import { until } from '#tests/fixtures/stand-ins.ts'

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

test('a child ends when its launcher is killed with no chance to clean up', async () => {
  const launcher = spawn(process.execPath, ['tests/fixtures/launcher.ts'])
  const [pid] = (await once(launcher.stdout, 'data')).map(Number)
  expect(isAlive(pid ?? 0)).toBe(true)
  launcher.kill('SIGKILL')
  expect(await until(() => !isAlive(pid ?? 0))).toBe(true)
})

test('stopping a child ends what it started, and waits for it', async () => {
  const lines: string[] = []
  const script = 'sleep 1000 & echo $!; wait'
  const child = startChild('parent', ['/bin/sh', '-c', script], { onLine: line => lines.push(line) })
  const pid = Number(await until(() => lines[0]))
  await child.stop()
  expect(await until(() => !isAlive(pid))).toBe(true)
})

test('a command that cannot be started ends with a code', async () => {
  expect(await startChild('nothing', ['/nowhere/nothing']).ended).not.toBe(0)
})
