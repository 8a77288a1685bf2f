import { beforeAll, describe, expect, it } from 'vitest'
import { startSecrets } from '#lib/local/stand-ins/secrets.ts'
import { runCases } from '#lib/retailers/conformance/cases.ts'
import { type Breakage, startBrokenShop } from '#tests/fixtures/broken-shop.ts'
import { temporaryFolder } from '#tests/fixtures/stand-ins.ts'

beforeAll(async () => {
  const { folder, remove } = temporaryFolder()
  const fixed = { 'brandfront/retailer/thistle': JSON.stringify({ apiKey: 'key' }) }
  const secrets = await startSecrets({ port: 0, file: `${folder}/secrets.json`, fixed })
  const address = secrets.address()
  const port = address && typeof address === 'object' ? address.port : 0
  process.env.AWS_ENDPOINT_URL_SECRETS_MANAGER = `http://127.0.0.1:${port}`
  return async () => {
    await new Promise(resolve => secrets.close(resolve))
    remove()
  }
})

async function failuresOf(broken: Breakage | undefined, only?: string[]): Promise<string[]> {
  const shop = await startBrokenShop(broken)
  try {
    const results = await runCases(shop.subject, { only })
    return results.flatMap(({ id, verdict }) =>
      verdict.status === 'failed' ? [`${id}: ${verdict.why}`] : [],
    )
  } finally {
    await shop.stop()
  }
}

/** Which case catches what, and what it says of it. */
const catches: Record<Breakage, string> = {
  'wrong totals': 'quote: retailer_refused: totals do not add up',
  'hides what it lacks': 'quote-unknown: it sells an article that does not exist',
  'promises more than it has': 'quote-short: it promises three of an article of which it has one',
  'forgets keys': 'quote-repeated: the same request under the same key opens a second session',
  'ignores the option': 'option: the option it was given is not the one in force',
  'members pay the same': 'loyalty: members pay no less',
  'prices anybody as a member': 'loyalty: it accepts a number that is none',
  'ignores codes': 'discount-code: it does not take its own code',
  'takes any code': 'discount-code: it takes a code that is none',
  'keeps the surcharge to itself':
    'surcharge: preparing after a surcharge: went through instead of total_changed',
  'holds twice': 'hold: asked twice, it holds twice',
  'holds nothing': 'hold-keeps: what it holds for one shopper it offers to another',
  'holds never lapse': 'hold-lapses: its hold never lapses: the stock is gone for good',
  'sells what it has not': 'out-of-stock: short of stock it answers placed',
  'sells at another total': 'place: it sold at 1550, accepted were 1450',
  'sells twice on a replay': 'replay: it sells twice: the repeat made another order',
  'sells twice at once': 'two-at-once: it sells twice: two at once made two orders',
  'forgets its orders': 'timeout: asked after the timeout, it does not know of the order that it made',
  'ignores a decline': 'decline: with a declined card it answers placed',
  'keeps cancelled sessions': 'cancel-session: a session that was ended is open',
  'undoes sales':
    'cancel-sold-session: ending a session that was sold: went through instead of retailer_refused',
  'breaks on the unknown': 'unknown-session: retailer_unreachable: answered 500 oops',
  'keeps cancelled orders': 'cancel: retailer_unreachable: neither cancelled nor refused',
  'cancels what has shipped': 'cancel-too-late: told to cancel what has shipped it answers cancelled',
  'never ships': 'status: an order that has shipped is processing',
  'does not ask the shopper': 'escalation: needing the shopper it answers placed',
}

describe('the kit', () => {
  it('finds nothing wrong with a shop that does everything right', { timeout: 60_000 }, async () => {
    expect(await failuresOf(undefined)).toEqual([])
  })

  it.each(Object.entries(catches))('is red on a shop where this is wrong: %s', async (broken, complaint) => {
    const [id = ''] = complaint.split(':')
    expect(await failuresOf(broken as Breakage, [id])).toEqual([complaint])
  })
})
