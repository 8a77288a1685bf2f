import { LineRow } from '#components/cart/line-row.tsx'
import { MissingLine } from '#components/restock/missing-line.tsx'
import type { RestockActions } from '#components/restock/restock-form.tsx'
import { Button } from '#components/ui/button.tsx'
import { FieldError } from '#components/ui/field.tsx'
import { type CartLine, quantitySchema } from '#lib/domain/cart.ts'
import type { Shortage } from '#lib/domain/shortages.ts'

type FormAction = (form: FormData) => Promise<void>

/** The cart's lines with a form each to change and to remove. `refused` repeats a quantity that was not taken. */
export function PlainLines({
  lines,
  refused,
  set,
  remove,
  swap,
  shortages,
  restock,
}: {
  lines: readonly CartLine[]
  refused: { sku?: string; quantity?: string } | undefined
  set: FormAction
  remove: FormAction
  swap: FormAction
  shortages: readonly Shortage[]
  restock: RestockActions
}) {
  return (
    <ul className="border-line border-t">
      {lines.map(line => {
        const tried = refused?.sku === line.sku ? refused.quantity : undefined
        const problem =
          tried === undefined ? undefined : quantitySchema.safeParse(tried).error?.issues[0]?.message
        const id = `quantity-${line.sku}`
        return (
          <LineRow
            below={
              <MissingLine
                actions={restock}
                line={line}
                shortage={shortages.find(each => each.sku === line.sku)}
                take={substitute => (
                  <form action={swap}>
                    <input name="from" type="hidden" value={line.sku} />
                    <input name="slug" type="hidden" value={substitute.slug} />
                    <input name="sku" type="hidden" value={substitute.sku} />
                    <input name="quantity" type="hidden" value={line.quantity} />
                    <Button size="small" type="submit" variant="outline">
                      Swap for this<span className="sr-only">: {substitute.name}</span>
                    </Button>
                  </form>
                )}
              />
            }
            controls={
              <>
                <form action={set} className="grid gap-1">
                  <input name="sku" type="hidden" value={line.sku} />
                  <label className="sr-only" htmlFor={id}>
                    Quantity of {line.name}, {line.variantLabel}
                  </label>
                  <div className="flex gap-2">
                    <input
                      aria-describedby={problem && `${id}-error`}
                      aria-invalid={problem ? true : undefined}
                      className="figures min-h-12 w-16 rounded-label border border-edge bg-surface text-center aria-invalid:border-2 aria-invalid:border-danger"
                      defaultValue={tried ?? line.quantity}
                      id={id}
                      inputMode="numeric"
                      name="quantity"
                    />
                    <Button className="min-h-12" size="small" type="submit" variant="outline">
                      Change
                    </Button>
                  </div>
                  {problem && <FieldError id={`${id}-error`}>{problem}</FieldError>}
                </form>
                <form action={remove}>
                  <input name="sku" type="hidden" value={line.sku} />
                  <input name="slug" type="hidden" value={line.slug} />
                  <input name="quantity" type="hidden" value={line.quantity} />
                  <Button className="min-h-12" size="small" type="submit" variant="quiet">
                    Remove<span className="sr-only"> {line.name}</span>
                  </Button>
                </form>
              </>
            }
            key={line.sku}
            line={line}
          />
        )
      })}
    </ul>
  )
}
