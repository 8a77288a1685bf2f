import { ArrowUp, Plus, Trash2 } from 'lucide-react'
import { useFieldArray, useFormContext } from 'react-hook-form'
import { IconButton } from '#components/studio/editor/icon-button.tsx'
import { BoundArea, BoundText } from '#components/studio/site/bound-fields.tsx'
import { Button } from '#components/ui/button.tsx'
import { FieldError } from '#components/ui/field.tsx'

/** A list of a few words each under a title: steps, promises. `one` is what a row is called. */
export function RowsFields({ name, one, most }: { name: string; one: string; most: number }) {
  const { control, getFieldState, formState } = useFormContext()
  const { fields, append, remove, move } = useFieldArray({ control, name })
  const { error } = getFieldState(name, formState)
  return (
    <div className="grid grid-cols-1 gap-3">
      {fields.map((field, index) => (
        <fieldset className="grid min-w-0 grid-cols-1 gap-3 border-line border-l-3 pl-3" key={field.id}>
          <legend className="sr-only">{`${one} ${index + 1}`}</legend>
          <div className="flex items-end gap-1">
            <div className="min-w-0 grow">
              <BoundText label={`${one} ${index + 1}`} name={`${name}.${index}.title`} />
            </div>
            <IconButton
              disabled={index === 0}
              icon={ArrowUp}
              label={`Move ${one.toLowerCase()} ${index + 1} up`}
              onClick={() => move(index, index - 1)}
            />
            <IconButton
              icon={Trash2}
              label={`Remove ${one.toLowerCase()} ${index + 1}`}
              onClick={() => remove(index)}
            />
          </div>
          <BoundArea label={`${one} ${index + 1}: words`} name={`${name}.${index}.words`} rows={2} />
        </fieldset>
      ))}
      {(error?.message ?? error?.root?.message) && (
        <FieldError>{error?.message ?? error?.root?.message}</FieldError>
      )}
      {fields.length < most && (
        <Button
          className="justify-self-start"
          onClick={() => append({ title: '', words: '' })}
          size="small"
          variant="outline"
        >
          <Plus aria-hidden="true" className="size-4" /> Add another
        </Button>
      )}
    </div>
  )
}
