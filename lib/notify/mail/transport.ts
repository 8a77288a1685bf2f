import { createTransport } from 'nodemailer'
import { config } from '#lib/config.ts'
import type { Mail } from '#lib/notify/mail/layout.ts'

const transport = createTransport(config.SMTP_URL, {
  from: config.MAIL_FROM,
  connectionTimeout: 5000,
  greetingTimeout: 5000,
  socketTimeout: 10_000,
})

/**
 * Hands a mail over to SMTP. `messageId` (without brackets or domain) stays the same when one mail is sent again,
 * so that receiving servers can drop the repeat. Throws nodemailer's errors.
 */
export async function sendMail(to: string, mail: Mail, messageId?: string): Promise<void> {
  const domain = config.MAIL_FROM.match(/@([^>\s]+)/)?.[1] ?? 'localhost'
  await transport.sendMail({
    to,
    ...mail,
    ...(messageId ? { messageId: `<${messageId}@${domain}>` } : {}),
    headers: { 'Auto-Submitted': 'auto-generated' },
  })
}
