import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2'
import { createTransport } from 'nodemailer'
import { config } from '#lib/config.ts'
import type { Mail } from '#lib/notify/mail/layout.ts'

const timeouts = { connectionTimeout: 5000, greetingTimeout: 5000, socketTimeout: 10_000 }

const transport = config.SMTP_URL
  ? createTransport(config.SMTP_URL, timeouts)
  : createTransport({
      SES: {
        sesClient: new SESv2Client({ requestHandler: { connectionTimeout: 5000, requestTimeout: 10_000 } }),
        SendEmailCommand,
      },
    })

/**
 * Hands a mail over to SMTP or to SES. `messageId` (without brackets or domain) stays the same when one mail is sent again,
 * so that receiving servers can drop the repeat. Throws nodemailer's and the SDK's errors.
 */
export async function sendMail(to: string, mail: Mail, messageId?: string): Promise<void> {
  const domain = config.MAIL_FROM.match(/@([^>\s]+)/)?.[1] ?? 'localhost'
  await transport.sendMail({
    from: config.MAIL_FROM,
    to,
    ...mail,
    ...(messageId ? { messageId: `<${messageId}@${domain}>` } : {}),
    headers: { 'Auto-Submitted': 'auto-generated' },
  })
}
