import { Button, buttonStyles } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'

type CancelOrderProps = {
  orderId: string
  retailerName: string
  choice?: { by: 'us' } | { by: 'retailer'; url: string }
  /** Why the last try did not work, in words. */
  refused?: string
  action: (form: FormData) => Promise<void>
}

/** Offers to cancel, with a second look before it is done; without scripts too. */
export function CancelOrder({ orderId, retailerName, choice, refused, action }: CancelOrderProps) {
  const why = refused && (
    <Notice role="status" tone="warn">
      {refused}
    </Notice>
  )
  if (!choice) return why
  if (choice.by === 'retailer') {
    return (
      <p className="text-sm">
        {retailerName} takes cancellations on its own site only.{' '}
        <a className="prose-link" href={choice.url} rel="noreferrer" target="_blank">
          Cancel it at {retailerName}
        </a>
      </p>
    )
  }
  return (
    <>
      {why}
      <details className="group justify-self-start">
        <summary
          className={buttonStyles({ variant: 'quiet', size: 'small', className: '-ml-3 cursor-pointer' })}
        >
          Cancel this order
        </summary>
        <form action={action} className="mt-2 grid max-w-prose gap-3 border-line border-l-2 pl-4">
          <p className="text-sm">
            {retailerName} can stop it until it is sent, and then gives all your money back. This cannot be
            taken back.
          </p>
          <input name="orderId" type="hidden" value={orderId} />
          <Button className="justify-self-start" size="small" type="submit" variant="danger">
            Yes, cancel it
          </Button>
        </form>
      </details>
    </>
  )
}
