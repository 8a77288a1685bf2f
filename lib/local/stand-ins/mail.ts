import { MailDev } from 'maildev'

/** An SMTP server, and a web page that shows what it received; both on 127.0.0.1. Mail is kept in `folder`. */
export async function startMail(options: { smtp: number; inbox: number; folder: string }) {
  const mail = new MailDev({
    smtp: options.smtp,
    ip: '127.0.0.1',
    web: options.inbox,
    webIp: '127.0.0.1',
    mailDirectory: options.folder,
    maxEmails: 500,
    silent: true,
  })
  await mail.start()
  return mail
}
