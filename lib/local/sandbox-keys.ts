/**
 * The API key by which a sandbox retailer, or the sandbox processor, knows this site. Fixed, since the sandboxes
 * are processes of their own that must agree on it; they are reachable from this machine only.
 */
export function sandboxKey(id: string): string {
  return `sandbox-key-${id}`
}
