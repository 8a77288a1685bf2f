import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'

/** Finds one customer. Posted, so that no e-mail address gets into the page's own address. */
export function CustomerSearch({ action }: { action: (form: FormData) => Promise<void> }) {
  return (
    <search>
      <form action={action} className="flex flex-wrap items-end gap-3">
        <div className="min-w-0 grow basis-60 sm:max-w-md">
          <TextField
            autoComplete="off"
            id="customers-query"
            label="E-mail address or order number"
            maxLength={200}
            name="q"
            placeholder="ada@example.com"
            required
            type="search"
          />
        </div>
        <Button className="min-h-12" type="submit" variant="outline">
          Find
        </Button>
      </form>
    </search>
  )
}
