import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fingerprintOf } from '#lib/local/fingerprint.ts'

test('a fingerprint is another when a file is added, changed or renamed, and the same when none is', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fingerprint-'))
  try {
    const path = (name: string) => join(folder, name)
    const now = () => fingerprintOf([path('*.txt')], file => file.endsWith('left-out.txt'))
    writeFileSync(path('a.txt'), 'one')
    const first = now()
    writeFileSync(path('left-out.txt'), 'one')
    writeFileSync(path('a.md'), 'one')
    expect(now()).toBe(first)
    writeFileSync(path('b.txt'), 'two')
    const second = now()
    writeFileSync(path('b.txt'), 'three')
    const third = now()
    renameSync(path('b.txt'), path('c.txt'))
    expect(new Set([first, second, third, now()]).size).toBe(4)
    writeFileSync(path('c.txt'), 'two')
    renameSync(path('c.txt'), path('b.txt'))
    expect(now()).toBe(second)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
