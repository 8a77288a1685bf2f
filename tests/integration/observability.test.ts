import { execFile } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import { expect, inject, test, vi } from 'vitest'
import { getOrder } from '#lib/data/orders.ts'
import { log } from '#lib/log.ts'
import { startPurchase } from '#lib/services/start-purchase.ts'
import { traceId, traceOfOrder, traceparent, withTrace } from '#lib/trace.ts'
import { checkOut, makeStateMachine } from '#tests/fixtures/purchase.ts'

const orderId = 'ord_01m81y58a36ekp06vcwk5d6tg8'

const machine = vi.hoisted(() => {
  const arn = 'arn:aws:states:us-east-1:000000000000:stateMachine:purchase-observability-test'
  process.env.PURCHASE_STATE_MACHINE_ARN = arn
  return arn
})

async function linesOf(write: () => void): Promise<Record<string, unknown>[]> {
  const lines: string[] = []
  const originals = [process.stdout.write, process.stderr.write] as const
  const keep = (text: string | Uint8Array) => lines.push(String(text)) > 0
  process.stdout.write = keep
  process.stderr.write = keep
  try {
    write()
  } finally {
    process.stdout.write = originals[0]
    process.stderr.write = originals[1]
  }
  return lines.map(line => JSON.parse(line) as Record<string, unknown>)
}

test('a log line keeps ids and names, and nothing that a person typed', async () => {
  const error = new RangeError('ada@example.com', { cause: new TypeError('4242 4242 4242 4242') })
  const [line] = await linesOf(() => log.error('task failed', error, { orderId, reason: 'Ada Lindqvist' }))
  expect(line).toMatchObject({ level: 'ERROR', message: 'task failed', orderId, reason: 'redacted' })
  expect(line).toMatchObject({ error: 'RangeError', cause: 'TypeError' })
  expect(JSON.stringify(line)).not.toMatch(/ada|4242/i)
})

test('all that is done for an order carries one trace, which others can read', async () => {
  const header = traceOfOrder(orderId)
  expect(traceOfOrder(orderId)).toBe(header)
  const [line] = await linesOf(() => withTrace(header, () => log.info('task started', { orderId })))
  expect(line?.traceId).toBe(traceId(header))
  const digits = traceId(header)?.slice(2).replace('-', '')
  expect(withTrace(header, () => traceparent())).toMatch(new RegExp(`^00-${digits}-[0-9a-f]{16}-01$`))
})

test('the tasks of a purchase log under the trace of its order', async () => {
  await makeStateMachine(machine)
  const { order } = await checkOut()
  await startPurchase(order.id)
  await expect.poll(async () => (await getOrder(order.id))?.state, { timeout: 20_000 }).toBe('confirmed')
  const lines = readFileSync(inject('functionLog'), 'utf8').split('\n')
  const ended = lines.filter(line => line.includes(order.id) && line.includes('"task ended"'))
  expect(ended.length).toBeGreaterThanOrEqual(5)
  const traces = new Set(ended.map(line => (JSON.parse(line) as { traceId?: string }).traceId))
  expect([...traces]).toEqual([traceId(traceOfOrder(order.id))])
  const metrics = lines.filter(line => line.includes('"CloudWatchMetrics"'))
  expect(metrics.some(line => line.includes('"state":"confirmed","PurchaseEnded":1'))).toBe(true)
  expect(metrics.some(line => line.includes(`"${order.retailerId}","outcome":"ok"`))).toBe(true)
})

test('a task in Lambda is a segment of its trace, the calls it makes are parts of it', async () => {
  const retailer = createServer((_request, response) => response.end('sold')).listen(0, '127.0.0.1')
  const daemon = createSocket('udp4').bind(0, '127.0.0.1')
  await Promise.all([once(retailer, 'listening'), once(daemon, 'listening')])
  const segments: string[] = []
  daemon.on('message', message => segments.push(message.toString().split('\n')[1] ?? ''))
  const url = `http://127.0.0.1:${(retailer.address() as AddressInfo).port}/`
  await promisify(execFile)(process.execPath, ['tests/fixtures/traced-task.ts', url], {
    env: {
      ...process.env,
      LAMBDA_TASK_ROOT: '/var/task',
      AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
      AWS_XRAY_DAEMON_ADDRESS: `127.0.0.1:${daemon.address().port}`,
      _X_AMZN_TRACE_ID: `Root=${traceId(traceOfOrder(orderId))};Parent=53995c3f42cd8ad8;Sampled=1`,
    },
  })
  await expect.poll(() => segments.join('\n')).toContain('capture-order')
  daemon.close()
  retailer.close()
  const found = segments.join('\n')
  expect(found).toContain('"name":"place-order"')
  expect(found).toContain('"name":"127.0.0.1"')
  expect(found).toContain(`"trace_id":"${traceId(traceOfOrder(orderId))}"`)
  expect(found).toContain('"error":"TypeError"')
  expect(found).not.toContain('ada@example.com')
})
