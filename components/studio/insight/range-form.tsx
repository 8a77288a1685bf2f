import type { Route } from 'next'
import Form from 'next/form'
import Link from 'next/link'
import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import { addDays, type DateRange, daysIn, eachMonth, monthRange } from '#lib/domain/insight/periods.ts'

function presets(today: string): { name: string; range: DateRange }[] {
  const back = (days: number) => ({ from: addDays(today, 1 - days), to: today })
  const [month = ''] = eachMonth({ from: today, to: today })
  return [
    { name: '7 days', range: back(7) },
    { name: '28 days', range: back(28) },
    { name: '90 days', range: back(90) },
    { name: 'This month', range: { from: `${month}-01`, to: today } },
    { name: 'Last month', range: monthRange(addDays(`${month}-01`, -1).slice(0, 7)) },
    { name: '12 months', range: back(365) },
  ]
}

/** Which days the report is of; they stand in the page's address. */
export function RangeForm({ range, today }: { range: DateRange; today: string }) {
  return (
    <search className="grid gap-3">
      <ul aria-label="Usual ranges" className="-mx-2 flex flex-wrap">
        {presets(today).map(preset => {
          const isShown = preset.range.from === range.from && preset.range.to === range.to
          return (
            <li key={preset.name}>
              <Link
                aria-current={isShown ? 'page' : undefined}
                className="inline-flex min-h-11 items-center px-2 text-sm underline-offset-[0.4em] hover:underline aria-[current]:font-semibold aria-[current]:underline"
                href={`/studio/insight?from=${preset.range.from}&to=${preset.range.to}` as Route}
                prefetch={false}
              >
                {preset.name}
              </Link>
            </li>
          )
        })}
      </ul>
      <Form
        action="/studio/insight"
        className="flex flex-wrap items-end gap-3"
        key={`${range.from} ${range.to}`}
      >
        <TextField
          defaultValue={range.from}
          id="insight-from"
          label="From"
          max={today}
          name="from"
          type="date"
        />
        <TextField defaultValue={range.to} id="insight-to" label="To" max={today} name="to" type="date" />
        <Button className="min-h-12" type="submit" variant="outline">
          Show
        </Button>
        <p className="pb-3 text-muted text-sm">{daysIn(range)} days, a year at most</p>
      </Form>
    </search>
  )
}
