import { expect, type Page } from '@playwright/test'

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
