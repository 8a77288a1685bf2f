import { config } from '#lib/config.ts'
import type { RestockWish } from '#lib/domain/restock.ts'
import { html } from '#lib/notify/mail/html.ts'
import { button, layout, type Mail, paragraph } from '#lib/notify/mail/layout.ts'

/** The one mail that somebody asked for: it is back. */
export function restockMail({ name, variantLabel, slug }: RestockWish): Mail {
  const url = `${config.SITE_URL}/p/${slug}`
  const what = `${name}, ${variantLabel}, is in stock again. You asked us to tell you.`
  const hurry = 'We cannot hold any for you: the shops sell to everyone at once.'
  const once = 'This is the only mail about it. We have deleted your address from the list.'
  return {
    subject: `${name} is back`,
    html: layout({
      title: `${name} is back`,
      preview: `${variantLabel} is in stock again.`,
      body: html`${paragraph(what)}${button(`See ${name}`, url)}${paragraph(hurry)}${paragraph(once)}`,
    }),
    text: [what, '', url, '', hurry, '', once].join('\n'),
  }
}
