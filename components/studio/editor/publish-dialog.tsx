import { type SubmitEvent, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { FieldError } from '#components/ui/field.tsx'

export type Timing = { publishAt?: string; unpublishAt?: string }

type Properties = {
  open: boolean
  pending: boolean
  /** Why the last try was refused, by field. */
  problems: Record<string, string>
  onClose: () => void
  onPublish: (timing: Timing) => void
}

const field =
  'block min-h-11 rounded-label border border-edge bg-surface px-3 disabled:opacity-50 [color-scheme:inherit]'

/** What a browser's own date field holds, local to the reader, as ISO 8601. */
function moment(form: FormData, name: string): string | undefined {
  const typed = form.get(name)
  const time = typeof typed === 'string' && typed !== '' ? new Date(typed) : undefined
  return time && !Number.isNaN(time.getTime()) ? time.toISOString() : undefined
}

/** Now or at a time, for good or until a time. */
export function PublishDialog({ open, pending, problems, onClose, onPublish }: Properties) {
  const [later, setLater] = useState(false)
  const [ends, setEnds] = useState(false)
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone.replaceAll('_', ' ')

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    onPublish({
      publishAt: later ? moment(form, 'publishAt') : undefined,
      unpublishAt: ends ? moment(form, 'unpublishAt') : undefined,
    })
  }

  return (
    <Dialog onClose={onClose} open={open} title="Publish">
      {open && (
        <form className="grid gap-5" onSubmit={submit}>
          <fieldset className="grid gap-1">
            <legend className="mb-1 font-semibold">When</legend>
            <label className="flex min-h-11 items-center gap-3">
              <input
                checked={!later}
                className="size-5 accent-grass"
                name="when"
                onChange={() => setLater(false)}
                type="radio"
              />
              Now. Shoppers see it within two seconds.
            </label>
            <div className="flex flex-wrap items-center gap-3">
              <label className="flex min-h-11 items-center gap-3">
                <input
                  checked={later}
                  className="size-5 accent-grass"
                  name="when"
                  onChange={() => setLater(true)}
                  type="radio"
                />
                At a set time
              </label>
              <input
                aria-label="Time to publish"
                className={field}
                disabled={!later}
                name="publishAt"
                required
                step={1}
                type="datetime-local"
              />
            </div>
            {problems.publishAt && <FieldError>{problems.publishAt}</FieldError>}
          </fieldset>
          <fieldset className="grid gap-1">
            <legend className="mb-1 font-semibold">Until</legend>
            <div className="flex flex-wrap items-center gap-3">
              <label className="flex min-h-11 items-center gap-3">
                <input
                  checked={ends}
                  className="size-5 accent-grass"
                  onChange={event => setEnds(event.target.checked)}
                  type="checkbox"
                />
                Take it out of the shop again
              </label>
              <input
                aria-label="Time to take it out of the shop"
                className={field}
                disabled={!ends}
                name="unpublishAt"
                required
                step={1}
                type="datetime-local"
              />
            </div>
            {problems.unpublishAt && <FieldError>{problems.unpublishAt}</FieldError>}
          </fieldset>
          {(later || ends) && (
            <p className="text-muted text-note">
              Times are in your own time zone, {zone}.
              {later && ' It is published as it is now: what you type afterwards stays in the draft.'}
            </p>
          )}
          <Button className="justify-self-start" pending={pending} type="submit">
            {later ? 'Schedule' : 'Publish now'}
          </Button>
        </form>
      )}
    </Dialog>
  )
}
