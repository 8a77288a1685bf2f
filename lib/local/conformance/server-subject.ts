import type { Retailer } from '#lib/domain/retailer.ts'
import type { Subject, Webhooks } from '#lib/retailers/conformance/subject.ts'
import { adapterFor } from '#lib/retailers/registry.ts'
import { buyer } from './buyer.ts'
import type { ServerOptions } from './options.ts'

/** Someone else's server as the kit drives it: nothing there can be made to go wrong on request. */
export async function serverSubject(
  retailer: Retailer,
  options: ServerOptions,
  webhooks: Webhooks,
): Promise<Subject> {
  const { sku = '', soldOutSku, discountCode, token, declinedToken, currency } = options
  return {
    retailer,
    adapter: await adapterFor(retailer),
    articles: { plenty: sku, soldOut: soldOutSku },
    ...buyer,
    discountCode,
    webhooks,
    currency,
    pay: async card => (card === 'accepted' ? token : declinedToken) || undefined,
    levers: {},
  }
}
