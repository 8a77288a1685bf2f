import { expect, type Page, test } from '@playwright/test'

/** Every title that a page shows while it refreshes itself twenty times. */
async function titlesSeen(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const titles = new Set([document.title])
    const look = new MutationObserver(() => titles.add(document.title))
    look.observe(document.head, { childList: true, subtree: true, characterData: true })
    const { next } = window as unknown as { next: { router: { refresh: () => void } } }
    for (let turn = 0; turn < 20; turn++) {
      next.router.refresh()
      await new Promise(resume => setTimeout(resume, 150))
    }
    return [...titles]
  })
}

test('a page keeps its title while it refreshes itself', async ({ browser }) => {
  // Four at once keep the server busy: a title that streams then comes well after its page.
  const pages = await Promise.all(
    Array.from({ length: 4 }, async () => (await browser.newContext()).newPage()),
  )
  await Promise.all(pages.map(page => page.goto('/orders/find')))
  await Promise.all(pages.map(page => expect(page).toHaveTitle(/./)))
  const seen = await Promise.all(pages.map(titlesSeen))
  expect([...new Set(seen.flat())]).toEqual(['Find an order · Marram'])
})
