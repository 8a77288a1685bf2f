import { z } from 'zod'
import { testCards } from '#lib/local/sandbox/cards.ts'
import { type FaultSwitch, parseJson } from '#lib/local/sandbox/faults.ts'
import { type HttpAnswer, type HttpRequest, path, Refusal, type Route } from '#lib/local/sandbox/http.ts'
import { merchantKey, publishableKey } from '#lib/local/sandbox/keys.ts'
import { faultPages } from '#lib/local/sandbox/pages/fault-form.ts'
import {
  dollars,
  escapeHtml,
  moment,
  type Page,
  page,
  state,
  table,
} from '#lib/local/sandbox/pages/layout.ts'
import { type Effect, fingerprint, once } from '#lib/local/sandbox/replay.ts'
import { restShop } from '#lib/local/sandbox/rest-shop/shop.ts'
import { shopIds } from '#lib/local/sandbox/shop/shops.ts'
import { commit } from '#lib/local/sandbox/store.ts'
import { sandboxKey } from '#lib/local/sandbox-keys.ts'
import { cardInput, checkCard } from './card.ts'
import { chargesFor, chargeToken, newToken, refundCharge, timesOut, verify, voidToken } from './tokens.ts'

const asked = z.object({
  token: z.string().min(1).max(200),
  amount: z.number().int().min(1),
  currency: z.literal('USD'),
  reference: z.string().min(1).max(200),
  confirmed: z.boolean().optional(),
})

const refundInput = z.object({ amount: z.number().int().min(1).optional() })

const cors = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'POST, OPTIONS',
  'access-control-allow-headers': 'content-type, authorization',
  'access-control-max-age': '600',
}

const silence = 30_000

function parse<T>(schema: z.ZodType<T>, text: string, headers?: Record<string, string>): T {
  const parsed = schema.safeParse(parseJson(text))
  if (parsed.success) return parsed.data
  throw new Refusal({ status: 422, body: { error: z.prettifyError(parsed.error) }, headers })
}

function bearer(request: HttpRequest): string {
  return /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? ''
}

function checkKey(isRight: boolean): void {
  if (!isRight) throw new Refusal({ status: 401, body: { error: 'the key is missing or wrong' } })
}

function merchantOf(request: HttpRequest): string {
  const merchant = [...shopIds, restShop.id].find(id => merchantKey(id) === bearer(request))
  checkKey(merchant !== undefined)
  return merchant ?? ''
}

function write(request: HttpRequest, decide: () => Promise<Effect>): Promise<HttpAnswer> {
  const key = z.uuid().safeParse(request.headers['idempotency-key'])
  if (!key.success) throw new Refusal({ status: 400, body: { error: 'Idempotency-Key is no UUID' } })
  return once('sandpay', key.data, fingerprint(request.path, request.text), decide)
}

async function tokenize(request: HttpRequest): Promise<HttpAnswer> {
  const key = request.query.get('key') ?? bearer(request)
  if (key !== publishableKey) {
    return { status: 401, body: { error: 'the publishable key is missing or wrong' }, headers: cors }
  }
  const result = checkCard(parse(cardInput, request.text, cors))
  if ('problems' in result) return { status: 422, body: { problems: result.problems }, headers: cors }
  const { token, write: creating } = newToken(result.behaviour, result.last4)
  await commit([creating])
  return { status: 201, body: { token: token.token, display: token.display }, headers: cors }
}

/** A review ends by time, so its answer is asked for afresh and never kept. */
async function verification(request: HttpRequest): Promise<HttpAnswer> {
  checkKey(bearer(request) === sandboxKey('sandpay'))
  const purchase = parse(asked, request.text)
  if (await timesOut(purchase.token)) {
    await new Promise(resolve => setTimeout(resolve, silence))
    return { status: 504, body: { status: 'timed_out' } }
  }
  const answer = await write(request, () => verify(purchase))
  return answer.status === 202 ? (await verify(purchase)).answer : answer
}

async function chargesPage(): Promise<string> {
  const rows = (await chargesFor(null, 50)).map(charge => [
    moment(charge.at),
    escapeHtml(charge.merchant),
    escapeHtml(charge.display),
    `<code>${escapeHtml(charge.reference)}</code>`,
    state(charge.status),
    dollars(charge.amount),
  ])
  const cards = testCards.map(card => [`<code>${card.number}</code>`, escapeHtml(card.meaning)])
  return `${table(
    [
      { title: 'When (UTC)' },
      { title: 'Merchant' },
      { title: 'Card' },
      { title: 'For' },
      { title: 'State' },
      { title: 'Amount', isNumber: true },
    ],
    rows,
    'Nothing has been charged yet.',
  )}<h2>Test cards</h2><p class="soft">Any future expiry, any security code.</p>
${table([{ title: 'Number' }, { title: 'What happens' }], cards, '')}`
}

const business = {
  name: 'Sandpay',
  blurb: 'A sandbox payment processor. No money moves and no card number is kept.',
  colour: '#4a3f78',
}
const links = [
  ['/', 'Charges'],
  ['/faults', 'Faults'],
] as const

/** All that the sandbox payment processor answers. */
export function processorRoutes(faults: FaultSwitch): Route[] {
  const frame = (part: Pick<Page, 'title' | 'current' | 'main'>): Page => ({ business, links, ...part })
  return [
    {
      method: 'OPTIONS',
      path: path('/tokenize'),
      handle: async () => ({ status: 204, headers: cors }),
    },
    {
      method: 'POST',
      path: path('/tokenize'),
      handle: request => faults.suffer('tokenize', () => tokenize(request)),
    },
    {
      method: 'POST',
      path: path('/verifications'),
      handle: request => faults.suffer('verify', () => verification(request)),
    },
    {
      method: 'POST',
      path: path('/voids'),
      handle: request =>
        faults.suffer('void', async () => {
          checkKey(bearer(request) === sandboxKey('sandpay'))
          const purchase = parse(asked, request.text)
          return write(request, () => voidToken(purchase))
        }),
    },
    {
      method: 'POST',
      path: path('/charges'),
      handle: request =>
        faults.suffer('charge', async () => {
          const merchant = merchantOf(request)
          const purchase = parse(asked, request.text)
          return write(request, () => chargeToken(merchant, purchase))
        }),
    },
    {
      method: 'POST',
      path: path('/charges/:id/refund'),
      handle: request =>
        faults.suffer('refund', async () => {
          const merchant = merchantOf(request)
          const { amount } = parse(refundInput, request.text)
          return write(request, () => refundCharge(merchant, request.parameters[0] ?? '', amount))
        }),
    },
    {
      method: 'GET',
      path: path('/sandbox/charges'),
      handle: async ({ query }) => ({
        status: 200,
        body: {
          charges: (await chargesFor(query.get('reference'))).map(({ token: _, ...charge }) => charge),
        },
      }),
    },
    {
      method: 'GET',
      path: path('/'),
      handle: async () => ({
        status: 200,
        html: page(frame({ title: 'Charges', current: '/', main: await chargesPage() })),
      }),
    },
    ...faultPages(faults, frame),
  ]
}
