import { config } from '#lib/config.ts'
import { brand } from '#lib/domain/brand.ts'
import { Html, html } from '#lib/notify/mail/html.ts'

/** A mail ready to send but for its recipient: subject, and the same words as HTML and as plain text. */
export type Mail = { subject: string; html: string; text: string }

// Colours stand inline, as most mail programs want them; the style element only turns them for dark mode.
const dark = new Html(`
  @media (prefers-color-scheme: dark) {
    .paper { background: #0e1a16 !important; }
    .surface { background: #15251f !important; border-color: #2b3c35 !important; }
    .ink, .ink a { color: #ecebde !important; }
    .muted, .muted a { color: #a9b5ab !important; }
    .line { border-color: #2b3c35 !important; }
    .ink a.button { background: #93cfa9 !important; color: #0c1a14 !important; }
  }`)

const sans = new Html("'Helvetica Neue', Helvetica, Arial, sans-serif")

/** The page around a mail's body. `preview` is what an inbox shows beside the subject. */
export function layout({ title, preview, body }: { title: string; preview: string; body: Html }): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${title}</title>
<style>${dark}</style>
</head>
<body class="paper" style="margin:0;padding:0;background:#f0efe6;">
<div style="display:none;max-height:0;overflow:hidden;">${preview}</div>
<table role="presentation" class="paper" width="100%" cellpadding="0" cellspacing="0" style="background:#f0efe6;">
<tr><td align="center" style="padding:28px 12px 40px;">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;">
<tr><td class="ink" style="padding:0 8px 18px;font:700 24px Rockwell,Georgia,serif;color:#12231d;">
<a href="${config.SITE_URL}" style="color:inherit;text-decoration:none;">${brand.name}</a>
</td></tr>
<tr><td class="surface ink" style="background:#faf9f3;border:1px solid #cdcfc0;border-radius:10px;padding:28px 24px;font:16px/1.6 ${sans};color:#12231d;">
<h1 style="margin:0 0 14px;font:700 26px/1.2 Rockwell,Georgia,serif;">${title}</h1>
${body}
</td></tr>
<tr><td class="muted" style="padding:18px 8px 0;font:13px/1.5 ${sans};color:#4a5850;">
${brand.name}, ${brand.tagline.toLowerCase()}. You can write to us at
<a href="mailto:${brand.email}" style="color:inherit;">${brand.email}</a>.
</td></tr>
</table>
</td></tr>
</table>
</body>
</html>`.text
}

/** One paragraph. */
export function paragraph(...content: (string | Html)[]): Html {
  return html`<p style="margin:0 0 14px;">${content.map(part => (typeof part === 'string' ? html`${part}` : part))}</p>`
}

/** The one thing to press in a mail. */
export function button(label: string, url: string): Html {
  return html`<p style="margin:22px 0;"><a class="button" href="${url}" style="display:inline-block;background:#1d5840;color:#f8f7ee;border-radius:6px;padding:12px 22px;font-weight:700;text-decoration:none;">${label}</a></p>`
}
