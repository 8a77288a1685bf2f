import { Section } from '#components/studio/editor/section.tsx'
import { Line, Lines } from '#components/studio/retailers/registered-field.tsx'

/** The link that takes shoppers to a retailer's own site. */
export function HandoffFields() {
  return (
    <Section
      hint="As the retailer’s terms have it. Without {lines} the link carries no cart, and shoppers are told so."
      id="link"
      title="The link"
    >
      <Line
        hint={
          <>
            <code>{'{lines}'}</code> in its query is where the cart goes, such as{' '}
            <code className="break-all">{'https://www.shop.example/cart/add?{lines}'}</code>
          </>
        }
        inputMode="url"
        name="link.address"
      />
      <Line
        hint={
          <>
            <code>{'{article}'}</code>, <code>{'{quantity}'}</code> and <code>{'{index}'}</code> stand for the
            retailer’s number, how many, and the line’s place, such as{' '}
            <code className="break-all">{'item.{index}={article}&count.{index}={quantity}'}</code>
          </>
        }
        name="link.line"
        optional
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <Line name="link.separator" />
        <Line inputMode="numeric" name="link.maximumLines" />
      </div>
      <Lines
        hint="One a line, such as AssociateTag=marram-20. Added to the query, so that the retailer knows who sent the shopper."
        name="link.attribution"
        optional
        rows={2}
      />
    </Section>
  )
}
