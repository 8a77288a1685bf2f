import { Button } from '#components/ui/button.tsx'
import { SelectField, TextAreaField } from '#components/ui/field.tsx'
import type { OrderState } from '#lib/domain/order.ts'

type Post = (form: FormData) => Promise<void>
type OrdersActionsProps = { orderId: string; state: OrderState; ask: Post; release: Post; resolve: Post }

/** What an operator can do to an order as it stands; works without scripts. */
export function OrdersActions({ orderId, state, ask, release, resolve }: OrdersActionsProps) {
  const waits = state === 'needs_attention'
  if (!waits && state !== 'confirmed') {
    return <p className="text-muted text-sm">There is nothing for a person to do here.</p>
  }
  const id = <input name="orderId" type="hidden" value={orderId} />
  return (
    <div className="grid gap-6">
      <form action={ask} className="grid justify-items-start gap-1.5">
        {id}
        <Button size="small" type="submit" variant="outline">
          Ask the retailer again
        </Button>
        <p className="text-muted text-note">Settles the order where the answer is certain.</p>
      </form>
      {waits && (
        <form action={release} className="grid justify-items-start gap-1.5">
          {id}
          <Button size="small" type="submit" variant="outline">
            Release
          </Button>
          <p className="text-muted text-note">
            Takes back the stock hold and ends the retailer’s session. An order that turns out to be sold is
            confirmed instead.
          </p>
        </form>
      )}
      {waits && (
        <form action={resolve} className="grid gap-4 border-line border-t pt-5">
          {id}
          <SelectField id="resolve-outcome" label="How it ended" name="outcome" required>
            <option value="confirmed">Confirmed: the retailer has it</option>
            <option value="failed">Not placed: nothing held, nothing charged</option>
            <option value="cancelled">Cancelled: the money is given back</option>
          </SelectField>
          <TextAreaField
            hint="Who said so, and when. The customer does not see this."
            id="resolve-note"
            label="How you know"
            maxLength={500}
            minLength={3}
            name="note"
            required
            rows={3}
          />
          <Button className="justify-self-start" size="small" type="submit">
            Mark resolved
          </Button>
        </form>
      )}
    </div>
  )
}
