import { brand } from '#lib/domain/brand.ts'
import { html } from '#lib/notify/mail/html.ts'
import { button, layout, paragraph } from '#lib/notify/mail/layout.ts'
import { sendMail } from '#lib/notify/mail/transport.ts'

/** Mails the link that signs `email` in. The link is a secret: it goes into the mail and nowhere else. */
export async function sendSignInLink(email: string, url: string): Promise<void> {
  const what = `Press the button to sign in to ${brand.name}. The link works once and runs out soon.`
  const not = 'If you did not ask to sign in, you can leave this mail be: nothing happens without the link.'
  await sendMail(email, {
    subject: `Sign in to ${brand.name}`,
    html: layout({
      title: `Sign in to ${brand.name}`,
      preview: 'Your sign-in link.',
      body: html`${paragraph(what)}${button('Sign in', url)}${paragraph(not)}`,
    }),
    text: [what, '', url, '', not].join('\n'),
  })
}
