import type { FaultSwitch, Faults } from '#lib/local/sandbox/faults.ts'
import { path, type Route } from '#lib/local/sandbox/http.ts'
import { escapeHtml, type Page, page } from './layout.ts'

type NumberFault = Exclude<keyof Faults, 'operations' | 'failStatus'>

const fields: readonly [NumberFault, string, string][] = [
  ['delayMilliseconds', 'Delay', 'Milliseconds before every answer.'],
  ['failNext', 'Refuse the next', 'Calls refused before they have any effect.'],
  ['errorRate', 'Refuse a share of', 'From 0 to 1 of all calls.'],
  ['dropAfterEffect', 'Drop after the effect', 'Calls that take effect and get no answer.'],
  ['truncateAfterEffect', 'Cut off after the effect', 'Calls that take effect and get half an answer.'],
  ['duplicate', 'Deliver twice', 'Calls that arrive twice at the same moment.'],
  ['escalate', 'Ask the buyer', 'Purchases that need a confirmation on this retailer’s page.'],
  ['webhookDuplicate', 'Report twice', 'Reports of orders that are sent two times.'],
  ['webhookOutOfOrder', 'Report late', 'Reports that the next one overtakes.'],
  ['webhookBadSignature', 'Report with a wrong signature', 'Reports whose first try is not signed by us.'],
  ['surcharge', 'Surcharge', 'Cents added to sessions updated from now on.'],
]

function form(faults: Faults): string {
  const inputs = fields.map(
    ([name, label, hint]) => `<label>${escapeHtml(label)}
<input name="${name}" type="number" min="0" step="any" value="${Number(faults[name] ?? 0)}" aria-describedby="${name}-hint">
<small id="${name}-hint">${escapeHtml(hint)}</small></label>`,
  )
  return `<p>What can go wrong here, on request. Counts run down to 0, which is off.</p>
<form method="post" action="/faults">${inputs.join('')}
<label>Only these operations <input name="operations" value="${escapeHtml(faults.operations.join(' '))}">
<small>Such as <code>complete</code> or <code>create update</code>. Empty means all.</small></label>
<button>Save</button></form>
<form method="post" action="/faults/reset" style="margin-top:1rem"><button>Switch all off</button></form>`
}

const back = { status: 303, headers: { location: '/faults' } }

/** The page on which faults are shown and switched. */
export function faultPages(
  faults: FaultSwitch,
  frame: (part: Pick<Page, 'title' | 'current' | 'main'>) => Page,
): Route[] {
  return [
    {
      method: 'GET',
      path: path('/faults'),
      handle: async () => ({
        status: 200,
        html: page(frame({ title: 'Faults', current: '/faults', main: form(faults.current()) })),
      }),
    },
    {
      method: 'POST',
      path: path('/faults'),
      handle: async ({ text }) => {
        const sent = new URLSearchParams(text)
        const numbers = fields.map(([name]) => [name, Number(sent.get(name) ?? 0)] as const)
        const operations = (sent.get('operations') ?? '').split(/[\s,]+/).filter(Boolean)
        await faults.change({ ...Object.fromEntries(numbers), operations })
        return back
      },
    },
    {
      method: 'POST',
      path: path('/faults/reset'),
      handle: async () => {
        await faults.reset()
        return back
      },
    },
  ]
}
