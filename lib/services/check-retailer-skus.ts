import { listRetailers } from '#lib/data/retailers.ts'
import { isDomainError } from '#lib/domain/errors.ts'
import type { Offer } from '#lib/domain/listing.ts'
import type { SkuAnswer, SkuQuestion } from '#lib/domain/retailer-check.ts'
import { log } from '#lib/log.ts'
import { adapterFor } from '#lib/retailers/registry.ts'

const deadline = 4000

/** What one retailer asks for these articles. */
async function ask(
  retailerId: string,
  questions: readonly SkuQuestion[],
): Promise<Offer[] | 'silent' | 'closed'> {
  const retailer = (await listRetailers()).find(each => each.id === retailerId)
  if (!retailer) return 'closed'
  // A lookup is by the brand's article, which may not have a number yet: the place in the list stands for it.
  const items = questions.map(({ retailerSku }, index) => ({ sku: `A${index}`, slug: 'asked', retailerSku }))
  try {
    const adapter = await adapterFor(retailer)
    if (!adapter.capabilities.lookup) return 'closed'
    return await adapter.lookup(items, { signal: AbortSignal.timeout(deadline) })
  } catch (error) {
    if (!isDomainError(error)) log.error('retailer not asked about articles', error, { retailerId })
    return 'silent'
  }
}

/**
 * Asks every retailer named, all at once, whether it sells these articles now and for how much. A retailer that does
 * not answer within four seconds is said to be silent; the others' answers stand. Answers in the order asked.
 */
export async function checkRetailerSkus(questions: readonly SkuQuestion[]): Promise<SkuAnswer[]> {
  const groups = Map.groupBy(questions, question => question.retailerId)
  const answers = new Map<SkuQuestion, SkuAnswer>()
  await Promise.all(
    [...groups].map(async ([retailerId, asked]) => {
      const offers = await ask(retailerId, asked)
      asked.forEach((question, index) => {
        const { retailerSku } = question
        if (typeof offers === 'string') {
          answers.set(question, { retailerId, retailerSku, status: offers })
          return
        }
        const offer = offers.find(each => each.sku === `A${index}`)
        if (!offer) answers.set(question, { retailerId, retailerSku, status: 'unknown' })
        else {
          const { price, availability } = offer
          answers.set(question, { retailerId, retailerSku, status: 'sold', price, availability })
        }
      })
    }),
  )
  return questions.flatMap(question => answers.get(question) ?? [])
}
