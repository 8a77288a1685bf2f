import { Button } from '#components/ui/button.tsx'

/** Says that a line was taken out, with a form that puts it back. */
export function PlainRemoved({
  removed,
  action,
}: {
  removed: { slug?: string; sku?: string; quantity?: string }
  action: (form: FormData) => Promise<void>
}) {
  return (
    <form
      action={action}
      className="mb-6 flex flex-wrap items-center justify-between gap-x-4 border-grass border-l-4 bg-surface py-1 pr-2 pl-4"
    >
      <p role="status">Removed from your cart.</p>
      <input name="slug" type="hidden" value={removed.slug} />
      <input name="sku" type="hidden" value={removed.sku} />
      <input name="quantity" type="hidden" value={removed.quantity} />
      <Button type="submit" variant="quiet">
        Put it back
      </Button>
    </form>
  )
}
