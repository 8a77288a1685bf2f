import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import type { ManyWish } from '#lib/domain/listing-state.ts'

type Properties = {
  count: number
  pending?: ManyWish['act']
  onAct: (act: ManyWish['act']) => void
  onClear: () => void
}

const listings = (count: number) => `${count} ${count === 1 ? 'listing' : 'listings'}`

/** What can be done with the rows that are ticked; it stays in view while there are any. */
export function SelectionBar({ count, pending, onAct, onClear }: Properties) {
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <section
        aria-label="Selected listings"
        className="sticky bottom-0 z-30 -mx-5 flex flex-wrap items-center gap-2 border-ink border-t bg-paper px-5 py-3"
      >
        <p className="mr-auto font-semibold">
          {count}
          <span className="max-sm:sr-only"> {count === 1 ? 'listing' : 'listings'}</span> selected
        </p>
        <Button onClick={onClear} size="small" variant="quiet">
          Clear
        </Button>
        <Button
          disabled={pending === 'publish'}
          onClick={() => setAsking(true)}
          pending={pending === 'unpublish'}
          size="small"
          variant="outline"
        >
          Unpublish
        </Button>
        <Button
          disabled={pending === 'unpublish'}
          onClick={() => onAct('publish')}
          pending={pending === 'publish'}
          size="small"
        >
          Publish
        </Button>
      </section>
      <Dialog onClose={() => setAsking(false)} open={isAsking} title={`Unpublish ${listings(count)}?`}>
        <div className="grid gap-5">
          <p>Shoppers will no longer find them. What is scheduled for them is taken back; drafts stay.</p>
          <div className="flex flex-wrap gap-3">
            <Button
              onClick={() => {
                setAsking(false)
                onAct('unpublish')
              }}
              variant="danger"
            >
              Unpublish {listings(count)}
            </Button>
            <Button onClick={() => setAsking(false)} variant="outline">
              Keep them
            </Button>
          </div>
        </div>
      </Dialog>
    </>
  )
}
