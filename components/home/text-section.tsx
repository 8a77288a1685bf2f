import { SectionLink } from '#components/home/section-link.tsx'
import { ProductImage } from '#components/product/product-image.tsx'
import { TextBlocks } from '#components/product/rich-text.tsx'
import { buttonStyles } from '#components/ui/button.tsx'
import { readRichText } from '#lib/domain/rich-text.ts'
import type { SectionOf } from '#lib/domain/site/home.ts'

/** A few words of the brand's own, beside a picture where there is one. */
export function TextSection({ section }: { section: SectionOf<'text'> }) {
  const { key, title, words, picture, link } = section
  return (
    <section
      aria-labelledby={key}
      className="shell mt-24 grid items-center gap-x-16 gap-y-8 lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]"
    >
      <h2 className="self-start text-title" id={key}>
        {title}
      </h2>
      <div className="grid justify-items-start gap-4 text-lead text-muted">
        <TextBlocks blocks={readRichText(words)} />
        <SectionLink className={buttonStyles({ variant: 'outline' })} link={link} />
      </div>
      {picture.src && (
        <ProductImage
          className="w-full lg:col-span-2"
          image={picture}
          shape="wide"
          sizes="(min-width: 84rem) 84rem, 100vw"
        />
      )}
    </section>
  )
}
