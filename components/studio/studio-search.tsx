import Form from 'next/form'
import { Button } from '#components/ui/button.tsx'
import { SelectField, TextField } from '#components/ui/field.tsx'
import type { Listing } from '#lib/domain/listing.ts'

/** Finds listings by name and state; a plain form whose answer is a page with its own address. */
export function StudioSearch({ query, status }: { query?: string; status?: Listing['status'] }) {
  return (
    <search>
      <Form action="/studio" className="flex flex-wrap items-end gap-3">
        <div className="min-w-0 grow basis-52 sm:max-w-sm">
          <TextField
            defaultValue={query}
            id="studio-query"
            label="Name"
            maxLength={80}
            name="q"
            placeholder="Part of a name"
            type="search"
          />
        </div>
        <SelectField defaultValue={status ?? ''} id="studio-status" label="State" name="status">
          <option value="">Any</option>
          <option value="published">Published</option>
          <option value="draft">Draft</option>
          <option value="archived">Archived</option>
        </SelectField>
        <Button type="submit" variant="outline">
          Find
        </Button>
      </Form>
    </search>
  )
}
