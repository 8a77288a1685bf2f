import { SectionLink } from '#components/home/section-link.tsx'
import { ProductImage } from '#components/product/product-image.tsx'
import { buttonStyles } from '#components/ui/button.tsx'
import type { ListingImage } from '#lib/domain/listing.ts'
import type { SectionOf } from '#lib/domain/site/home.ts'

type HeroProps = {
  section: SectionOf<'hero'>
  /** Nothing where it has none: the words then have the whole width. */
  picture: ListingImage | undefined
  level: 1 | 2
}

/** The first thing seen: what this is, in one line, beside what it makes. */
export function Hero({ section, picture, level }: HeroProps) {
  const { title, words, link, secondLink } = section
  const Heading = `h${level}` as const
  return (
    <section className="overflow-hidden bg-tide text-on-tide [--focus:#f8c455]">
      <div className={picture && 'grid lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]'}>
        <div className="grid content-center gap-6 px-5 pt-12 pb-10 lg:py-20 lg:pr-6 lg:pl-[max(1.25rem,calc((100vw-84rem)/2))]">
          <Heading className="text-display">{title}</Heading>
          {words && <p className="max-w-[42ch] text-lead text-on-tide-muted">{words}</p>}
          <div className="flex flex-wrap gap-x-3 gap-y-1">
            <SectionLink className={buttonStyles({ variant: 'accent', size: 'large' })} link={link} />
            <SectionLink
              className="inline-flex min-h-13 items-center text-lead underline decoration-1 underline-offset-[0.3em] hover:decoration-2 sm:px-3"
              link={secondLink}
            />
          </div>
        </div>
        {picture && (
          <ProductImage
            className="h-full w-full"
            image={picture}
            priority={level === 1}
            shape="hero"
            sizes="(min-width: 64rem) 58vw, 100vw"
          />
        )}
      </div>
    </section>
  )
}
