/** Says on a previewed page that shoppers do not see it so; `leave` leads back to what they see. */
export function PreviewBanner({ leave }: { leave: string }) {
  return (
    <aside
      aria-label="Preview"
      className="fixed inset-x-0 bottom-0 z-40 flex flex-wrap items-center justify-center gap-x-4 bg-accent px-5 py-1 text-on-accent text-sm"
    >
      <p className="font-semibold">This is a preview. Shoppers do not see it like this yet.</p>
      <a className="inline-flex min-h-11 items-center underline underline-offset-4" href={leave}>
        Leave the preview
      </a>
    </aside>
  )
}
