import { TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import { describe, expect, test, vi } from 'vitest'
import { getCart, saveBothCarts, saveCart } from '#lib/data/carts.ts'
import { claimKey } from '#lib/data/keys.ts'
import { client } from '#lib/data/table.ts'
import { newId } from '#lib/domain/ids.ts'
import { asked, exampleCart, exampleLine, exampleOutcome } from '#tests/fixtures/cart.ts'
import { failing, requestsOf } from '#tests/fixtures/requests.ts'

const day = 24 * 3600 * 1000

/** Runs `work` as if it were `ms` later. Only the clock is moved: timers and sockets run on. */
async function later(ms: number, work: () => Promise<unknown>) {
  const now = Date.now()
  const clock = vi.spyOn(Date, 'now').mockImplementation(() => now + ms)
  try {
    await work()
  } finally {
    clock.mockRestore()
  }
}

function cancelled(...codes: string[]) {
  return new TransactionCanceledException({
    $metadata: {},
    message: 'cancelled',
    CancellationReasons: codes.map(Code => ({ Code })),
  })
}

describe('a cart', () => {
  test('that nobody has filled is empty, version 0', async () => {
    expect(await getCart(newId('cart'))).toMatchObject({ cart: { version: 0, lines: [] }, outcomes: [] })
  })

  test('comes back with the answers for its version in one Query', async () => {
    const cart = exampleCart(1)
    const outcomes = [exampleOutcome(cart), exampleOutcome(cart, 'greenline')]
    const { commands } = await requestsOf(client, async () => {
      await saveCart(cart, 0, { asked, outcomes })
      expect(await getCart(cart.id)).toMatchObject({ cart, outcomes, split: [], shortages: [], asked })
    })
    expect(commands).toEqual(['TransactWriteItems', 'Query'])
  })

  test('keeps what was asked, but no answers, once it has changed', async () => {
    const cart = exampleCart(1)
    await saveCart(cart, 0, { asked, outcomes: [exampleOutcome(cart)] })
    const changed = { ...cart, version: 2, lines: [exampleLine({ quantity: 3 })] }
    await saveCart(changed, 1)
    expect(await getCart(cart.id)).toMatchObject({
      cart: changed,
      outcomes: [],
      split: [],
      shortages: [],
      asked,
    })
  })

  test('is changed by one of many who read the same version', async () => {
    const cart = exampleCart(1)
    await saveCart(cart, 0)
    const saves = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) =>
        saveCart(
          { ...cart, version: 2, lines: [exampleLine({ quantity: index + 1 })] },
          1,
          index % 2 === 0 ? { asked, outcomes: [] } : undefined,
        ),
      ),
    )
    const refused = saves.filter(save => save.status === 'rejected')
    expect(refused).toHaveLength(19)
    for (const save of refused) expect(save.reason).toMatchObject({ code: 'stale_version' })
    await expect(saveCart(cart, 0)).rejects.toMatchObject({ code: 'stale_version' })
  })

  test('is empty after thirty days, though nothing deleted it, and can be used again', async () => {
    const cart = exampleCart(1)
    await saveCart(cart, 0, { asked, outcomes: [exampleOutcome(cart)] })
    await later(29 * day, async () => expect((await getCart(cart.id)).cart.lines).toHaveLength(1))
    await later(31 * day, async () => {
      const read = await getCart(cart.id)
      expect(read).toMatchObject({ cart: { lines: [] }, outcomes: [] })
      await saveCart({ ...read.cart, version: 2, lines: cart.lines }, read.cart.version)
      expect((await getCart(cart.id)).cart.lines).toHaveLength(1)
    })
  })

  test('loses its answers a day after the last price ran out', async () => {
    const cart = exampleCart(1)
    const outcome = exampleOutcome(cart)
    if (outcome.status === 'quoted') outcome.quote.expiresAt = new Date(Date.now() + 60_000).toISOString()
    await saveCart(cart, 0, { asked, outcomes: [outcome] })
    await later(day / 2, async () => expect((await getCart(cart.id)).outcomes).toHaveLength(1))
    await later(2 * day, async () => expect((await getCart(cart.id)).outcomes).toEqual([]))
  })

  test('is saved after passing conflicts, and not saved for good after lasting ones', async () => {
    const cart = exampleCart(1)
    const save = () => saveCart(cart, 0, { asked, outcomes: [] })
    const fault = { command: 'TransactWriteItems', error: cancelled('None', 'TransactionConflict') }
    await failing(client, { ...fault, times: 2 }, save)
    expect((await getCart(cart.id)).cart.version).toBe(1)
    const other = exampleCart(1)
    await failing(client, { ...fault, times: 99 }, async () => {
      await expect(saveCart(other, 0, { asked, outcomes: [] })).rejects.toThrow('TransactionConflict')
    })
    expect((await getCart(other.id)).cart.version).toBe(0)
  })

  test('says so when its data is bad, in whichever shape DynamoDB reports that', async () => {
    const error = Object.assign(new Error('too large'), { name: 'ValidationException' })
    for (const shape of [error, cancelled('ValidationError', 'None')]) {
      await failing(client, { command: 'TransactWriteItems', times: 1, error: shape }, async () => {
        const saved = await saveCart(exampleCart(1), 0, { asked, outcomes: [] }).catch(
          (reason: unknown) => reason,
        )
        expect(saved).toBeInstanceOf(Error)
        expect(saved).not.toMatchObject({ code: 'stale_version' })
      })
    }
  })

  test('is saved with another or neither is', async () => {
    const [guest, own] = [exampleCart(1), exampleCart(1)]
    await saveCart(guest, 0)
    const moved = { ...guest, version: 2, lines: [] }
    await expect(saveBothCarts([moved, { ...own, version: 6 }], [1, 5])).rejects.toMatchObject({
      code: 'stale_version',
    })
    expect((await getCart(guest.id)).cart).toEqual(guest)
    await saveBothCarts([moved, own], [1, 0])
    expect((await getCart(guest.id)).cart.lines).toEqual([])
    expect((await getCart(own.id)).cart).toEqual(own)
  })
})

describe('a key', () => {
  test('is claimed by one of many, and again once it has lapsed', async () => {
    const id = newId('event')
    const claims = await Promise.all(Array.from({ length: 10 }, () => claimKey('test', id, 60)))
    expect(claims.filter(Boolean)).toHaveLength(1)
    expect(await claimKey('other', id, 60)).toBe(true)
    await later(61_000, async () => expect(await claimKey('test', id, 60)).toBe(true))
    expect(await claimKey('test', id, 60)).toBe(false)
  })
})
