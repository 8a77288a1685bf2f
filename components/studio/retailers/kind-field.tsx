import { useFormContext } from 'react-hook-form'
import { emptyForm, type RetailerForm } from '#lib/domain/retailer-form.ts'
import { kindWords } from '#lib/domain/retailer-words.ts'

const kinds = Object.keys(kindWords) as RetailerForm['adapter'][]

/** What kind of retailer is added: the rest of the form follows. */
export function KindField() {
  const { register, setValue } = useFormContext<RetailerForm>()
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-3 font-semibold">What kind of retailer is it?</legend>
      {kinds.map(kind => (
        <label
          className="flex items-start gap-3 border border-line bg-surface p-4 has-checked:border-grass has-checked:outline-2 has-checked:outline-grass"
          htmlFor={`kind-${kind}`}
          key={kind}
        >
          <input
            {...register('adapter', {
              onChange: () => setValue('capabilities', emptyForm(kind).capabilities),
            })}
            className="mt-1 size-5 shrink-0 accent-grass"
            id={`kind-${kind}`}
            type="radio"
            value={kind}
          />
          <span>
            <span className="block font-semibold">{kindWords[kind].name}</span>
            <span className="block text-muted text-sm">{kindWords[kind].text}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
