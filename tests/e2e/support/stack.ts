import { retailerIds } from '#lib/local/ports.ts'

const site = new URL(process.env.BASE_URL ?? 'http://localhost:3000')
const at = (offset: number) => `http://127.0.0.1:${Number(site.port) + offset}`

/** Where the parts of the running stack answer. */
export const stack = {
  site: site.origin,
  inbox: at(1),
  retailers: Object.fromEntries(retailerIds.map((id, index) => [id, at(2 + index)])),
}
