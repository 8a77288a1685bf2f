import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'

/** Finds orders by a number or a customer. Posted, so that no e-mail address gets into the page's own address. */
export function OrdersSearch({ action }: { action: (form: FormData) => Promise<void> }) {
  return (
    <search>
      <form action={action} className="flex flex-wrap items-end gap-3">
        <div className="min-w-0 grow basis-60 sm:max-w-md">
          <TextField
            autoComplete="off"
            id="orders-query"
            label="Order, retailer’s order, or customer’s e-mail"
            maxLength={200}
            name="q"
            placeholder="7K2M-4QXD"
            required
            type="search"
          />
        </div>
        <Button type="submit" variant="outline">
          Find
        </Button>
      </form>
    </search>
  )
}
