import Form from 'next/form'
import Link from 'next/link'
import type { TableFilter } from '#components/studio/listings/listing-address.ts'
import { Button, buttonStyles } from '#components/ui/button.tsx'
import { SelectField, TextField } from '#components/ui/field.tsx'
import { listingStateSchema, stateWords } from '#lib/domain/listing-state.ts'
import type { Category } from '#lib/domain/site/categories.ts'

/** Finds listings by name, category and state; a plain form whose answer is a page with its own address. */
export function ListingFilter({ filter, categories }: { filter: TableFilter; categories: Category[] }) {
  const { q, category, state } = filter
  return (
    <search>
      <Form
        action="/studio"
        className="grid grid-cols-2 items-end gap-3 sm:flex sm:flex-wrap"
        key={[q, category, state].join(' ')}
      >
        <div className="col-span-2 min-w-0 grow basis-52 sm:max-w-sm">
          <TextField
            defaultValue={q}
            id="studio-query"
            label="Name"
            maxLength={80}
            name="q"
            placeholder="Words, or how they begin"
            type="search"
          />
        </div>
        <SelectField defaultValue={category ?? ''} id="studio-category" label="Category" name="category">
          <option value="">All</option>
          {categories.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </SelectField>
        <SelectField defaultValue={state ?? ''} id="studio-state" label="State" name="state">
          <option value="">Any</option>
          {listingStateSchema.options.map(each => (
            <option key={each} value={each}>
              {stateWords[each]}
            </option>
          ))}
        </SelectField>
        <div className="col-span-2 flex gap-2">
          <Button className="min-h-12" type="submit" variant="outline">
            Find
          </Button>
          {(q || category || state) && (
            <Link className={buttonStyles({ variant: 'quiet', size: 'small' })} href="/studio">
              Show all
            </Link>
          )}
        </div>
      </Form>
    </search>
  )
}
