import { currentVisitor } from '#lib/action.ts'
import { config } from '#lib/config.ts'
import { isDomainError } from '#lib/domain/errors.ts'
import { handOff } from '#lib/services/hand-off.ts'

function goTo(address: string): Response {
  return new Response(null, { status: 303, headers: { location: address, 'cache-control': 'no-store' } })
}

/**
 * Sends the shopper to a retailer's own site with the cart, and counts it. A link and not a form, since a page's
 * security policy lets its forms end on this site only; it leads on for a click on one of our pages and for no other.
 */
export async function GET(request: Request, { params }: { params: Promise<{ retailer: string }> }) {
  const cartPage = `${config.SITE_URL}/cart`
  const { retailer: retailerId } = await params
  const visitor = await currentVisitor()
  const site = request.headers.get('sec-fetch-site') ?? 'same-origin'
  if (!visitor || site !== 'same-origin') return goTo(cartPage)
  try {
    return goTo(await handOff({ cartId: visitor.cartId, retailerId }))
  } catch (error) {
    if (!isDomainError(error, 'not_found')) throw error
    return goTo(cartPage)
  }
}
