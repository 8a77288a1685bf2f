import Link from 'next/link'
import { useFormContext } from 'react-hook-form'
import { Button } from '#components/ui/button.tsx'
import type { ListingEdit } from '#lib/domain/listing.ts'

/** Stays in reach at the foot of the editor: saves, and says how it went. */
export function SaveBar({ slug, savedVersion }: { slug: string; savedVersion: number | undefined }) {
  const { formState, watch } = useFormContext<ListingEdit>()
  const published = watch('status') === 'published'
  return (
    <div className="sticky bottom-0 -mx-5 flex flex-wrap items-center gap-x-5 gap-y-2 border-ink border-t bg-paper px-5 py-3 sm:mx-0 sm:px-0">
      <Button pending={formState.isSubmitting} type="submit">
        {formState.isSubmitting ? 'Saving…' : 'Save'}
      </Button>
      <p aria-live="polite" className="text-sm">
        {formState.isDirty && <span className="text-muted">Changes not saved yet</span>}
        {!formState.isDirty && savedVersion && (
          <span className="text-good">
            Saved as version {savedVersion}.{' '}
            {published ? (
              <Link className="prose-link" href={`/p/${slug}`} prefetch={false}>
                See it in the shop
              </Link>
            ) : (
              'Shoppers do not see it.'
            )}
          </span>
        )}
      </p>
    </div>
  )
}
