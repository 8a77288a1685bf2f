import { expect, type Page } from '@playwright/test'

/** Waits until what was typed is kept. */
export async function saved(page: Page): Promise<void> {
  await expect(page.getByText('Draft saved', { exact: true })).toBeVisible()
}

/** Publishes the listing in the editor, now. */
export async function publishNow(page: Page): Promise<void> {
  await saved(page)
  await page.getByRole('button', { name: 'Publish…' }).click()
  await page.getByRole('button', { name: 'Publish now' }).click()
  await expect(page.getByText(/^Published as version \d+/)).toBeVisible()
}

/** Does what the editor's menu holds. */
export async function choose(page: Page, words: string): Promise<void> {
  await page.getByText('More', { exact: true }).click()
  await page.getByRole('button', { name: words, exact: true }).click()
}
