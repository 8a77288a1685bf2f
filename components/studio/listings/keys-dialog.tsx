import { letterKeysAreOn, turnLetterKeys } from '#components/studio/listings/use-row-keys.ts'
import { Dialog } from '#components/ui/dialog.tsx'
import { CheckField } from '#components/ui/field.tsx'

const keys = [
  [['j', '↓'], 'to the next listing'],
  [['k', '↑'], 'to the one before'],
  [['x', 'Space'], 'select it, or no longer'],
  [['Enter'], 'open it'],
  [['/'], 'find by name'],
  [['Esc'], 'select nothing'],
  [['?'], 'show these keys'],
] as const

/** The keys of the table, and the switch for those that are letters. */
export function KeysDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Dialog onClose={onClose} open={open} title="Keys">
      {open && (
        <div className="grid gap-4">
          <dl className="grid grid-cols-[auto_1fr] items-center gap-x-5 gap-y-2.5">
            {keys.map(([names, what]) => (
              <div className="contents" key={what}>
                <dt className="flex gap-1.5">
                  {names.map(name => (
                    <kbd
                      className="min-w-8 rounded-label border border-edge bg-surface px-2 py-0.5 text-center font-semibold font-text text-sm"
                      key={name}
                    >
                      {name}
                    </kbd>
                  ))}
                </dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
          <CheckField
            defaultChecked={letterKeysAreOn()}
            hint="Arrows, Space, Enter and Esc always work."
            id="studio-letter-keys"
            label="Use letters and signs as keys"
            onChange={event => turnLetterKeys(event.target.checked)}
          />
        </div>
      )}
    </Dialog>
  )
}
