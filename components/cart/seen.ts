/**
 * What this browser has seen and not yet told the site: how many product pages, and which checkouts were opened and not
 * bought. Counts only, sent along with the next call for the cart, so that browsing costs no call. The campaign that
 * led here lasts as long as the tab.
 */
type Memory = { views: number; last?: string; checkouts: Record<string, string> }

const seenKey = 'marram.seen'
const campaignKey = 'marram.campaign'

function read(): Memory {
  try {
    const stored = JSON.parse(localStorage.getItem(seenKey) ?? '{}') as Partial<Memory>
    return { ...stored, views: Number(stored.views) || 0, checkouts: stored.checkouts ?? {} }
  } catch {
    return { views: 0, checkouts: {} }
  }
}

function write(memory: Memory) {
  try {
    localStorage.setItem(seenKey, JSON.stringify(memory))
  } catch {
    // Without storage nothing is remembered, and nothing is counted.
  }
}

/** Counts a product page; the same one again right after is a reload. */
export function noteView(slug: string): void {
  const memory = read()
  if (memory.last !== slug) write({ ...memory, last: slug, views: Math.min(memory.views + 1, 500) })
}

/** Notes a checkout by its quote, so that a reload counts it once. */
export function noteCheckout(quoteId: string, retailerId: string): void {
  const memory = read()
  if (Object.keys(memory.checkouts).length < 20) {
    write({ ...memory, checkouts: { ...memory.checkouts, [quoteId]: retailerId } })
  }
}

/** Forgets checkouts that became orders: the orders tell of themselves. */
export function forgetCheckouts(quoteIds: readonly string[]): void {
  const memory = read()
  const left = Object.entries(memory.checkouts).filter(([id]) => !quoteIds.includes(id))
  write({ ...memory, checkouts: Object.fromEntries(left) })
}

/** What there is to tell, if anything, and how to forget it once it was told. */
export function seenSoFar() {
  const { views, checkouts } = read()
  const quoteIds = Object.keys(checkouts)
  const counts: Record<string, number> = {}
  for (const retailerId of Object.values(checkouts)) counts[retailerId] = (counts[retailerId] ?? 0) + 1
  return {
    seen: views + quoteIds.length > 0 ? { views, checkouts: counts } : undefined,
    forget: () => {
      forgetCheckouts(quoteIds)
      const memory = read()
      write({ ...memory, views: Math.max(0, memory.views - views) })
    },
  }
}

/** Remembers the campaign that the page's address names, if it names one. */
export function noteCampaign(): void {
  const named = new URLSearchParams(window.location.search).get('utm_campaign')
  try {
    if (named) sessionStorage.setItem(campaignKey, named.slice(0, 100))
  } catch {
    // Without storage no campaign is credited.
  }
}

/** The campaign that led this tab here. */
export function campaignOfTab(): string | undefined {
  try {
    return sessionStorage.getItem(campaignKey) ?? undefined
  } catch {
    return undefined
  }
}
