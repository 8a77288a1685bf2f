import { registerHooks } from 'node:module'

/** Preloaded by a worker: the sandbox retailers keep their books in memory. */
const store = new URL('retailer-store.ts', import.meta.url).href

registerHooks({
  resolve(specifier, context, next) {
    const found = next(specifier, context)
    return found.url.endsWith('/lib/local/sandbox/store.ts') ? { ...found, url: store } : found
  },
})
