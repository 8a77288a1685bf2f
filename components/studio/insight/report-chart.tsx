'use client'

import { Bar, BarChart, CartesianGrid, Legend, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { cellWords, periodWords } from '#lib/domain/insight/cell-words.ts'
import type { ColumnKind, Table } from '#lib/domain/insight/tables.ts'

type Properties = {
  table: Table
  /** The columns that are drawn. */
  values: number[]
  /** How many columns from the first name a row. */
  names?: number
  /** Rows lie below each other: for names, which are long. */
  isLying?: boolean
  isStacked?: boolean
  /** Rows that are drawn; the table has them all. */
  limit?: number
}

const series = [1, 2, 3, 4, 5, 6].map(number => `var(--series-${number})`)
const tick = { fill: 'var(--muted)', fontSize: 12 }
const rowHeight = 38

const compact = new Intl.NumberFormat('en-US', { notation: 'compact', maximumFractionDigits: 1 })

/** Short words for an axis: `$1.2K`, `$5.50`, `40%`. */
function axisWords(value: number, kind: ColumnKind): string {
  if (kind === 'share') return `${Math.round(value * 100)}%`
  if (kind !== 'amount') return compact.format(value)
  const isRound = value % 100 === 0 || value >= 100_000
  return isRound ? `$${compact.format(value / 100)}` : cellWords(value, kind)
}

function shortened(name: string, most: number): string {
  return name.length > most ? `${name.slice(0, most - 1)}…` : name
}

/** A table of the report as bars. It shows nothing that the table below it does not say. */
export function ReportChart({ table, values, names = 1, isLying, isStacked, limit = 400 }: Properties) {
  const columns = values.flatMap(index => table.columns[index] ?? [])
  const kind = columns[0]?.kind ?? 'count'
  const rows = table.rows.slice(0, limit).map(row => {
    const name = row
      .slice(0, names)
      .map(cell => periodWords(String(cell)))
      .join(' + ')
    return Object.fromEntries([
      ['name', name],
      ...values.map((index, position) => [`value${position}`, row[index] ?? 0]),
    ])
  })
  const height = isLying ? rows.length * rowHeight * (isStacked ? 1 : columns.length * 0.6) + 90 : 280
  const figures = {
    tick,
    tickFormatter: (value: number) => axisWords(value, kind),
    stroke: 'var(--line)',
    allowDecimals: kind === 'share',
    ...(kind === 'share' && isStacked ? { domain: [0, 1] } : {}),
  }
  return (
    <div aria-label={`Chart: ${table.title}`} className="figures min-w-0" role="img">
      <ResponsiveContainer height={height} width="100%">
        <BarChart
          accessibilityLayer={false}
          data={rows}
          layout={isLying ? 'vertical' : 'horizontal'}
          margin={{ top: 8, right: isLying ? 24 : 8, bottom: 0, left: 0 }}
        >
          <CartesianGrid horizontal={!isLying} stroke="var(--line)" vertical={isLying === true} />
          {isLying ? (
            <>
              <XAxis {...figures} type="number" />
              <YAxis
                dataKey="name"
                stroke="var(--line)"
                tick={tick}
                tickFormatter={(name: string) => shortened(name, names > 1 ? 44 : 24)}
                type="category"
                width={names > 1 ? 168 : 132}
              />
            </>
          ) : (
            <>
              <XAxis
                dataKey="name"
                interval="equidistantPreserveStart"
                minTickGap={24}
                stroke="var(--line)"
                tick={tick}
              />
              <YAxis {...figures} width={52} />
            </>
          )}
          <Tooltip
            contentStyle={{
              background: 'var(--surface)',
              border: '1px solid var(--line)',
              color: 'var(--ink)',
            }}
            cursor={{ fill: 'var(--sunk)' }}
            formatter={value => cellWords(Number(value), kind)}
            itemStyle={{ color: 'var(--ink)' }}
          />
          {columns.length > 1 && (
            <Legend
              formatter={words => <span style={{ color: 'var(--ink)', fontSize: 13 }}>{words}</span>}
              itemSorter={null}
            />
          )}
          {columns.map((column, position) => (
            <Bar
              dataKey={`value${position}`}
              fill={series[position % series.length]}
              isAnimationActive={false}
              key={column.title}
              maxBarSize={36}
              name={column.title}
              stackId={isStacked ? 'all' : undefined}
            />
          ))}
        </BarChart>
      </ResponsiveContainer>
    </div>
  )
}
