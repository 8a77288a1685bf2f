import { beforeEach, describe, expect, test, vi } from 'vitest'

/** A browser's storage, and the outbox as a page loads it. */
async function openPage(stored: Map<string, string>, { readOnly = false } = {}) {
  vi.resetModules()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (readOnly) throw new DOMException('full', 'QuotaExceededError')
      stored.set(key, value)
    },
  })
  return import('#components/cart/cart-outbox.ts')
}

const oats = { slug: 'rolled-oats', sku: 'MRM-OAT-450', quantity: 2 }
let stored: Map<string, string>
const count = () => JSON.parse(stored.get('marram.cart') ?? '{}').count

beforeEach(() => {
  stored = new Map()
})

describe('the cart’s outbox', () => {
  test('keeps an addition over a reload, and counts it at once', async () => {
    const page = await openPage(stored)
    page.addToOutbox(oats)
    expect(count()).toBe(2)
    const reloaded = await openPage(stored)
    expect(reloaded.pendingChanges()).toEqual([expect.objectContaining({ ...oats, kind: 'add' })])
  })

  test('gives every change an id of its own', async () => {
    const page = await openPage(stored)
    for (let index = 0; index < 50; index++) page.addToOutbox(oats)
    expect(new Set(page.pendingChanges().map(change => change.id)).size).toBe(50)
  })

  test('drops only what was sent, and counts what was added meanwhile', async () => {
    const page = await openPage(stored)
    page.addToOutbox(oats)
    const sent = page.pendingChanges()
    page.addToOutbox({ ...oats, quantity: 3 })
    page.settleOutbox(sent, 2)
    expect(page.pendingChanges()).toHaveLength(1)
    expect(count()).toBe(5)
  })

  test('sends only the latest of several quantities for a line', async () => {
    const page = await openPage(stored)
    page.noteChange({ id: 'change-1', kind: 'set', sku: oats.sku, quantity: 3 }, 3)
    page.noteChange({ id: 'change-2', kind: 'set', sku: oats.sku, quantity: 4 }, 4)
    expect(page.pendingChanges()).toEqual([expect.objectContaining({ id: 'change-2', quantity: 4 })])
    expect(count()).toBe(4)
  })

  test('notes a change with a known id once', async () => {
    const page = await openPage(stored)
    const change = { id: 'back-1', kind: 'add', ...oats } as const
    page.putInOutbox([change])
    page.putInOutbox([change])
    expect(page.pendingChanges()).toHaveLength(1)
    expect(count()).toBe(2)
  })

  test('starts empty over text it did not write', async () => {
    stored.set('marram.cart', '{{{')
    const page = await openPage(stored)
    expect(page.pendingChanges()).toEqual([])
    page.addToOutbox(oats)
    expect(count()).toBe(2)
  })

  test('lasts as long as the page where storage is off', async () => {
    const page = await openPage(stored, { readOnly: true })
    page.addToOutbox(oats)
    expect(page.pendingChanges()).toHaveLength(1)
  })
})
