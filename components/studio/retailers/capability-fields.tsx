import { Section } from '#components/studio/editor/section.tsx'
import { Choice } from '#components/studio/retailers/registered-field.tsx'
import type { CapabilityName } from '#lib/domain/retailer-form.ts'

type Options = readonly [string, string][]
const yesOrNo: Options = [
  ['yes', 'Yes'],
  ['no', 'No'],
]

const asked: { name: CapabilityName; options: Options }[] = [
  { name: 'lookup', options: yesOrNo },
  {
    name: 'reserve',
    options: [
      ['native', 'Held on request'],
      ['at_place', 'Taken when the order is placed'],
      ['none', 'Never promised'],
    ],
  },
  {
    name: 'authorize',
    options: [
      ['separate', 'Before it is told to sell'],
      ['at_place', 'When the order is placed'],
    ],
  },
  {
    name: 'status',
    options: [
      ['webhook', 'It reports by itself'],
      ['poll', 'It is asked'],
      ['none', 'None'],
    ],
  },
  { name: 'cancel', options: yesOrNo },
  { name: 'discountCodes', options: yesOrNo },
  { name: 'consent', options: yesOrNo },
  { name: 'loyalty', options: yesOrNo },
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
        {asked.map(({ name, options }) => (
          <Choice
            key={name}
            name={`capabilities.${name}`}
            options={[['', isProfiled ? 'As its profile says' : 'Choose one'], ...options]}
          />
        ))}
      </div>
    </Section>
  )
}
