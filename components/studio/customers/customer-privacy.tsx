import { Button } from '#components/ui/button.tsx'

type Properties = { customerId: string; erase: (form: FormData) => Promise<void> }

/** A customer's rights: to have what is held on them, and to be forgotten. */
export function CustomerPrivacy({ customerId, erase }: Properties) {
  return (
    <section aria-labelledby="privacy-heading" className="grid gap-4">
      <h2 className="font-semibold text-heading" id="privacy-heading">
        Their data
      </h2>
      <form action={`/studio/customers/${customerId}/export`} encType="multipart/form-data" method="post">
        <Button type="submit" variant="outline" wide>
          Download all that is held
        </Button>
      </form>
      <form action={erase} className="grid gap-3 border-line border-t pt-4">
        <input name="customerId" type="hidden" value={customerId} />
        <p className="text-muted text-sm">
          Forgetting removes profile, consents, loyalty numbers and wishes to be told, and the name, addresses
          and e-mail in their orders. It cannot be undone. Retailers keep their own records.
        </p>
        <label className="flex min-h-11 items-center gap-3 text-sm">
          <input className="size-5 shrink-0 accent-grass" name="sure" required type="checkbox" />
          They asked for it, and I am sure
        </label>
        <Button type="submit" variant="outline" wide>
          Forget this customer
        </Button>
      </form>
    </section>
  )
}
