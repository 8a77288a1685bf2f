import type { Metadata } from 'next'
import Link from 'next/link'
import { buttonStyles } from '#components/ui/button.tsx'
import { PageHeading } from '#components/ui/page-heading.tsx'

export const metadata: Metadata = { title: 'Check your mail', robots: { index: false } }

export default function LinkSentPage() {
  return (
    <div className="shell py-8 lg:py-12">
      <PageHeading
        lead="We have mailed you a link. It works once, for 15 minutes. Open it in this browser to bring your cart along."
        title="Check your mail"
      />
      <div className="grid max-w-prose gap-6">
        <p className="text-muted">
          Nothing there after a minute or two? Look in the spam folder, or ask for another link.
        </p>
        <div className="flex flex-wrap gap-3">
          <Link className={buttonStyles({ variant: 'outline' })} href="/sign-in">
            Ask for another link
          </Link>
          <Link className={buttonStyles({ variant: 'quiet' })} href="/">
            Back to the shop
          </Link>
        </div>
      </div>
    </div>
  )
}
