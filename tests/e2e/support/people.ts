import { expect, type Page } from '@playwright/test'
import { linkIn, nextMail } from './inbox.ts'

/** An address nobody has used: tests share one stack. */
export function newAddress(): string {
  return `shopper-${crypto.randomUUID()}@example.com`
}

const landings = {
  Ada: '/account',
  Vera: '/studio/insight',
  Mika: '/studio',
  Ines: '/studio/people',
} as const

/** Signs in as one of the demo's people. */
export async function signInAs(page: Page, person: keyof typeof landings): Promise<void> {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: `Sign in as ${person}` }).click()
  await expect(page).toHaveURL(landings[person])
}

/** Signs in by the link that is mailed to `address`. */
export async function signInByMail(page: Page, address: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail', { exact: true }).fill(address)
  await page.getByRole('button', { name: 'Mail me a link' }).click()
  await expect(page.getByRole('heading', { name: 'Check your mail' })).toBeVisible()
  await page.goto(linkIn(await nextMail(address)))
}
