import { ImagePlus, Trash2 } from 'lucide-react'
import Image from 'next/image'
import { useController, useFormContext } from 'react-hook-form'
import { IconButton } from '#components/studio/editor/icon-button.tsx'
import { type UploadActions, useUploads } from '#components/studio/editor/use-uploads.ts'
import { BoundText } from '#components/studio/site/bound-fields.tsx'
import { FieldError } from '#components/ui/field.tsx'
import { pictureTypes } from '#lib/domain/picture.ts'

type Properties = { name: string; label: string; hint?: string; uploads: UploadActions }

/** One picture with its words for people who cannot see it, put in place by uploading another. */
export function PictureField({ name, label, hint, uploads }: Properties) {
  const { control, setValue } = useFormContext()
  const { field } = useController({ control, name: `${name}.src` })
  const { sending, add } = useUploads(uploads, src => {
    field.onChange(src)
    setValue(`${name}.alt`, '')
  })
  const src = String(field.value ?? '')
  return (
    <fieldset className="grid min-w-0 grid-cols-1 gap-2">
      <legend className="font-semibold">{label}</legend>
      {hint && <p className="text-muted text-note">{hint}</p>}
      <div className="grid grid-cols-1 gap-4 sm:grid-cols-[8rem_minmax(0,1fr)]">
        {src ? (
          <Image
            alt=""
            className="aspect-[8/5] w-full bg-sunk object-cover"
            height={80}
            src={`${src}-400.avif`}
            unoptimized
            width={128}
          />
        ) : (
          <p className="grid aspect-[8/5] w-full max-w-32 place-items-center bg-sunk text-muted text-note">
            None
          </p>
        )}
        <div className="grid content-start gap-2">
          {src && (
            <BoundText
              label={`${label}: what it shows`}
              name={`${name}.alt`}
              placeholder="For people who cannot see it"
            />
          )}
          <div className="flex items-center gap-1">
            <label className="inline-flex min-h-11 cursor-pointer items-center gap-2 rounded-label border border-edge px-3 font-semibold text-sm has-focus-visible:outline-3 has-focus-visible:outline-focus hover:border-ink">
              <input
                accept={pictureTypes.join(',')}
                className="sr-only"
                onChange={event => {
                  void add([...(event.target.files ?? [])].slice(0, 1))
                  event.target.value = ''
                }}
                type="file"
              />
              <ImagePlus aria-hidden="true" className="size-4" />
              {src ? 'Choose another picture' : 'Choose a picture'}
            </label>
            {src && (
              <IconButton
                icon={Trash2}
                label="Remove the picture"
                onClick={() => {
                  field.onChange('')
                  setValue(`${name}.alt`, '')
                }}
              />
            )}
          </div>
          {sending.map(({ key, progress, problem }) =>
            problem ? (
              <FieldError key={key}>{problem}</FieldError>
            ) : (
              <p className="text-muted text-note" key={key} role="status">
                {progress < 1 ? 'Sending…' : 'Making it ready for the shop…'}
              </p>
            ),
          )}
        </div>
      </div>
    </fieldset>
  )
}
