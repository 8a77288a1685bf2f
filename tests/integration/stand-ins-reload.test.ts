import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { choosePorts } from '#lib/local/ports.ts'
import { type Lambda, startLambda } from '#lib/local/stand-ins/lambda/server.ts'
import { until } from '#tests/fixtures/stand-ins.ts'

mkdirSync('.local', { recursive: true })
const folder = mkdtempSync('.local/reload-')
let lambda: Lambda
afterAll(async () => {
  await lambda.stop()
  rmSync(folder, { recursive: true })
})

const write = (answer: string) =>
  writeFileSync(join(folder, 'task.ts'), `export const handler = () => '${answer}'\n`)

test('a changed handler answers as changed, without a restart of the stand-ins', async () => {
  write('before')
  lambda = await startLambda({
    port: (await choosePorts(14_080)).ports.lambda,
    functions: { task: { handler: `${folder}/task.handler`, timeoutSeconds: 5 } },
    env: {},
    onLine: () => {},
    watchFolder: folder,
  })
  expect(await lambda.invoke('task', {})).toEqual({ payload: '"before"' })
  write('after')
  const answer = await until(async () => {
    const { payload } = await lambda.invoke('task', {})
    return payload !== '"before"' && payload
  })
  expect(answer).toBe('"after"')
})
