import { ArrowUp, Plus, Trash2 } from 'lucide-react'
import { useFieldArray, useFormContext } from 'react-hook-form'
import { IconButton } from '#components/studio/editor/icon-button.tsx'
import { Button } from '#components/ui/button.tsx'
import { classNames } from '#components/ui/class-names.ts'
import type { ListingEdit } from '#lib/domain/listing-edit.ts'

const cell = 'block min-h-11 w-full min-w-0 rounded-label border bg-surface px-3 hover:border-ink'

/** Pairs of a label and a value. */
export function RowsField({ name, title }: { name: 'facts' | 'nutrition'; title: string }) {
  const { register, control, formState } = useFormContext<ListingEdit>()
  const { fields, append, remove, move } = useFieldArray({ control, name })
  return (
    <fieldset className="grid gap-2" id={name} tabIndex={-1}>
      <legend className="mb-1 font-semibold">{title}</legend>
      {fields.map((field, index) => {
        const errors = formState.errors[name]?.[index]
        const input = (part: 'label' | 'value', words: string) => (
          <input
            {...register(`${name}.${index}.${part}`)}
            aria-invalid={errors?.[part] ? true : undefined}
            aria-label={`${words} ${index + 1}`}
            className={classNames(cell, errors?.[part] ? 'border-2 border-danger' : 'border-edge')}
            id={`${name}.${index}.${part}`}
          />
        )
        return (
          <div className="flex items-center gap-2" key={field.id}>
            {input('label', 'What')}
            {input('value', 'How much')}
            <div className="-mr-2 flex shrink-0">
              <IconButton
                disabled={index === 0}
                icon={ArrowUp}
                label={`Move row ${index + 1} up`}
                onClick={() => move(index, index - 1)}
              />
              <IconButton icon={Trash2} label={`Remove row ${index + 1}`} onClick={() => remove(index)} />
            </div>
          </div>
        )
      })}
      <Button
        className="justify-self-start"
        onClick={() => append({ label: '', value: '' })}
        size="small"
        variant="outline"
      >
        <Plus aria-hidden="true" className="size-4" /> Add a row
      </Button>
    </fieldset>
  )
}
