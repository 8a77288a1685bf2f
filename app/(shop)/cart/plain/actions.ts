'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { type ActionContext, action } from '#lib/action.ts'
import type { ActionResult } from '#lib/domain/action-result.ts'
import { market } from '#lib/domain/address.ts'
import type { CartChange } from '#lib/domain/cart.ts'
import {
  plainAddSchema,
  plainDestinationSchema,
  plainRemoveSchema,
  plainSetSchema,
  plainSwapSchema,
  selectFulfilmentSchema,
} from '#lib/domain/cart-request.ts'
import { DomainError } from '#lib/domain/errors.ts'
import { newId } from '#lib/domain/ids.ts'
import { openCart } from '#lib/services/open-cart.ts'
import { selectFulfilment } from '#lib/services/select-fulfilment.ts'

// Forms of pages without scripts. Each ends on the plain cart page, which shows the outcome.

/** The page repeats a refused value and says what is wrong with it: a link must not put words in its mouth. */
function backToCart(result: ActionResult<unknown>, form: FormData, note: string[] = []): never {
  const query = new URLSearchParams()
  if (!result.ok) query.set('refused', result.code)
  for (const name of result.ok ? note : ['sku', ...Object.keys(result.fields)]) {
    // What calls an action need not be a form.
    const value = form instanceof FormData ? form.get(name) : undefined
    if (typeof value === 'string' && value.length < 60) query.set(name, value)
  }
  return redirect(`/cart/plain${query.size > 0 ? `?${query}` : ''}` as Route)
}

async function change(wanted: CartChange, { ensureVisitor }: ActionContext): Promise<void> {
  const { cartId } = await ensureVisitor()
  const { dropped } = await openCart({ cartId, changes: [wanted], quote: false })
  if (dropped[0]) throw new DomainError(dropped[0].code)
}

const add = action({
  schema: plainAddSchema,
  run: (input, context) => change({ id: newId('change'), kind: 'add', ...input }, context),
})
const set = action({
  schema: plainSetSchema,
  run: (input, context) => change({ id: newId('change'), kind: 'set', ...input }, context),
})
const remove = action({
  schema: plainRemoveSchema,
  run: (input, context) => change({ id: newId('change'), kind: 'remove', ...input }, context),
})
const swap = action({
  schema: plainSwapSchema,
  run: async ({ from, ...wanted }, context) => {
    const { cartId } = await context.ensureVisitor()
    const changes: CartChange[] = [
      { id: newId('change'), kind: 'add', ...wanted },
      { id: newId('change'), kind: 'remove', sku: from },
    ]
    const { dropped } = await openCart({ cartId, changes, quote: false })
    if (dropped[0]) throw new DomainError(dropped[0].code)
  },
})
const deliverTo = action({
  schema: plainDestinationSchema,
  run: async (destination, { ensureVisitor }) => {
    const { cartId } = await ensureVisitor()
    await openCart({ cartId, changes: [], destination: { ...destination, country: market.country } })
  },
})
const choose = action({
  schema: selectFulfilmentSchema,
  run: async (input, { visitor }) => {
    if (!visitor) throw new DomainError('not_found')
    await selectFulfilment({ cartId: visitor.cartId, ...input })
  },
})

/** Puts a product in the cart. */
export async function addToCart(form: FormData): Promise<void> {
  backToCart(await add(form), form)
}

/** Sets a line's quantity. */
export async function setQuantity(form: FormData): Promise<void> {
  backToCart(await set(form), form)
}

/** Takes a line out; the page offers to put it back. */
export async function removeLine(form: FormData): Promise<void> {
  backToCart(await remove(form), form, ['slug', 'sku', 'quantity'])
}

/** Takes a line out for something similar. */
export async function swapLine(form: FormData): Promise<void> {
  backToCart(await swap(form), form)
}

/** Asks for prices at another place. */
export async function deliverElsewhere(form: FormData): Promise<void> {
  backToCart(await deliverTo(form), form)
}

/** Chooses a delivery option. */
export async function chooseFulfilment(form: FormData): Promise<void> {
  backToCart(await choose(form), form)
}
