import { sandboxKey } from '#lib/local/sandbox-keys.ts'

/** What a retailer shows the processor when it charges. */
export const merchantKey = (retailerId: string) => `sandbox-merchant-${retailerId}`

/** What a browser shows the processor: it can make tokens and nothing else. */
export const publishableKey = 'pk_sandbox_marram'

/**
 * The sandboxes' part of Secrets Manager, by secret name: `{apiKey}` a retailer and `{url, apiKey}` for the
 * processor. `urls` are base URLs by id, without a slash at the end.
 */
export function sandboxSecrets(urls: Record<string, string>): Record<string, string> {
  const { sandpay, ...retailers } = urls
  return {
    ...Object.fromEntries(
      Object.keys(retailers).map(id => [
        `brandfront/retailer/${id}`,
        JSON.stringify({ apiKey: sandboxKey(id) }),
      ]),
    ),
    ...(sandpay && {
      'brandfront/processor': JSON.stringify({ url: sandpay, apiKey: sandboxKey('sandpay') }),
    }),
  }
}
