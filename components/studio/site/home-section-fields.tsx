import { type FindProducts, ProductsField } from '#components/studio/editor/products-field.tsx'
import type { UploadActions } from '#components/studio/editor/use-uploads.ts'
import { BoundArea, BoundLink, BoundSelect, BoundText } from '#components/studio/site/bound-fields.tsx'
import { PictureField } from '#components/studio/site/picture-field.tsx'
import { RowsFields } from '#components/studio/site/rows-fields.tsx'
import { type HomeSection, mostShown, type SectionOf, type shelfSources } from '#lib/domain/site/home.ts'

export type SectionContext = {
  categories: { slug: string; name: string }[]
  productNames: Record<string, string>
  findListings: FindProducts
  uploads: UploadActions
}

const sourceWords: Record<(typeof shelfSources)[number], string> = {
  categories: 'The first two of each category',
  category: 'One category, in its order',
  chosen: 'Products that I choose',
}

type Properties = SectionContext & {
  /** The section's path in the form. */
  name: string
  section: HomeSection
}

function ShelfFields({ name, section, ...context }: Properties & { section: SectionOf<'shelf'> }) {
  return (
    <>
      <BoundText label="Title" name={`${name}.title`} />
      <BoundSelect label="Products" name={`${name}.source`}>
        {Object.entries(sourceWords).map(([source, words]) => (
          <option key={source} value={source}>
            {words}
          </option>
        ))}
      </BoundSelect>
      {section.source === 'category' && (
        <BoundSelect label="Category" name={`${name}.category`}>
          <option value="">Choose one</option>
          {context.categories.map(category => (
            <option key={category.slug} value={category.slug}>
              {category.name}
            </option>
          ))}
        </BoundSelect>
      )}
      {section.source === 'chosen' && (
        <ProductsField
          find={context.findListings}
          hint={`Up to ${mostShown}, shown in this order. One that leaves the shop leaves the shelf.`}
          label="Find a product"
          most={mostShown}
          name={`${name}.products`}
          names={context.productNames}
        />
      )}
    </>
  )
}

/** The fields of a section, by its kind. */
export function HomeSectionFields({ name, section, ...context }: Properties) {
  const title = <BoundText label="Title" name={`${name}.title`} />
  const one = { find: context.findListings, names: context.productNames, most: 1 }
  if (section.kind === 'hero')
    return (
      <>
        {title}
        <BoundArea label="Words" name={`${name}.words`} optional />
        <BoundLink label="Button" name={`${name}.link`} />
        <BoundLink label="Link beside it" name={`${name}.secondLink`} />
        <PictureField label="Picture" name={`${name}.picture`} uploads={context.uploads} />
        <ProductsField
          {...one}
          hint="Its first picture stands here in place of the one above."
          label="Featured product (optional)"
          name={`${name}.product`}
        />
      </>
    )
  if (section.kind === 'shelf') return <ShelfFields name={name} section={section} {...context} />
  if (section.kind === 'comparison')
    return (
      <>
        <BoundText
          hint="{count} stands for the number of shops that sell it, in words."
          label="Title"
          name={`${name}.title`}
        />
        <BoundArea
          hint="After the product's name and a colon."
          label="Words"
          name={`${name}.words`}
          optional
        />
        <ProductsField
          {...one}
          hint="Shown while at least two shops sell it."
          label="Product"
          name={`${name}.product`}
        />
      </>
    )
  if (section.kind === 'steps')
    return (
      <>
        {title}
        <RowsFields most={6} name={`${name}.rows`} one="Step" />
      </>
    )
  if (section.kind === 'promises')
    return (
      <>
        {title}
        <RowsFields most={8} name={`${name}.rows`} one="Promise" />
      </>
    )
  if (section.kind === 'categories')
    return (
      <>
        {title}
        <BoundArea label="Words" name={`${name}.words`} optional />
      </>
    )
  return (
    <>
      {title}
      <BoundArea
        hint="A blank line parts paragraphs. **bold**, *italic*, [a link](/products), and lines that begin with a hyphen make a list."
        label="Words"
        name={`${name}.words`}
        rows={6}
      />
      <PictureField label="Picture" name={`${name}.picture`} uploads={context.uploads} />
      <BoundLink label="Button" name={`${name}.link`} />
    </>
  )
}
