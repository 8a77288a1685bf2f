import { expect } from '@playwright/test'
import { stack } from '#tests/e2e/support/stack.ts'

type Mail = { id: string; subject: string; text: string; html: string; to: { address: string }[] }

/** The mail sent to an address, newest first, as the demo's inbox holds it. */
export async function mailTo(address: string): Promise<Mail[]> {
  const answer = await fetch(`${stack.inbox}/api/email`)
  const mails = (await answer.json()) as Mail[]
  return mails.filter(mail => mail.to.some(to => to.address === address)).reverse()
}

/** Waits until an address has `count` mails and returns the newest. */
export async function nextMail(address: string, count = 1): Promise<Mail> {
  await expect
    .poll(async () => (await mailTo(address)).length, { timeout: 20_000 })
    .toBeGreaterThanOrEqual(count)
  const [newest] = await mailTo(address)
  if (!newest) throw new Error('no mail')
  return newest
}

/** The sign-in link in a mail's plain text. */
export function linkIn(mail: Mail): string {
  const link = /https?:\/\/\S*\/api\/auth\/callback\/email\S*/.exec(mail.text)?.[0]
  if (!link) throw new Error('no sign-in link in the mail')
  return link
}
