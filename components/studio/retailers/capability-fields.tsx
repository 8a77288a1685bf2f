import { Section } from '#components/studio/editor/section.tsx'
import { Choice } from '#components/studio/retailers/registered-field.tsx'
import type { CapabilityName } from '#lib/domain/retailer-form.ts'

type Options = readonly [string, string][]
const yesOrNo: Options = [
  ['yes', 'Yes'],
  ['no', 'No'],
]

const asked: { name: CapabilityName; label: string; options: Options }[] = [
  { name: 'lookup', label: 'Tells price and stock of an article', options: yesOrNo },
  {
    name: 'reserve',
    label: 'Stock',
    options: [
      ['native', 'Held on request'],
      ['at_place', 'Taken when the order is placed'],
      ['none', 'Never promised'],
    ],
  },
  {
    name: 'authorize',
    label: 'Cards are checked',
    options: [
      ['separate', 'Before it is told to sell'],
      ['at_place', 'When the order is placed'],
    ],
  },
  {
    name: 'status',
    label: 'News of an order',
    options: [
      ['webhook', 'It reports by itself'],
      ['poll', 'It is asked'],
      ['none', 'None'],
    ],
  },
  { name: 'cancel', label: 'Takes cancellations from us', options: yesOrNo },
  { name: 'discountCodes', label: 'Takes discount codes from us', options: yesOrNo },
  { name: 'consent', label: 'Wants to know what the shopper agreed to', options: yesOrNo },
  { name: 'loyalty', label: 'Takes loyalty numbers from us', options: yesOrNo },
]

/** What a retailer can do: all of it where no profile says so, else only what shall differ from the profile. */
export function CapabilityFields({ isProfiled }: { isProfiled: boolean }) {
  return (
    <Section
      hint={
        isProfiled
          ? 'Only what shall differ from its profile. Shoppers read what comes of it: claim no more than is true.'
          : 'Shoppers read what comes of it: claim no more than is true.'
      }
      id="capabilities"
      title="What it can do"
    >
      <div className="grid items-end gap-4 sm:grid-cols-2">
        {asked.map(({ name, label, options }) => (
          <Choice
            key={name}
            label={label}
            name={`capabilities.${name}`}
            options={[['', isProfiled ? 'As its profile says' : 'Choose one'], ...options]}
          />
        ))}
      </div>
    </Section>
  )
}
