/** One signature of a message, as its fields state it. */
export type StatedSignature = {
  components: string[]
  /** The member of `Signature-Input` without its label, as it was sent: the last line of the signed text. */
  parameters: string
  keyId: string
  /** Seconds since 1970. */
  created?: number
  expires?: number
  value: Buffer
}

const parameter = String.raw`;[a-z*][a-z0-9_.*-]*(?:=(?:"(?:[^"\\]|\\.)*"|-?\d+|:[A-Za-z0-9+/=]*:|\?[01]|[A-Za-z*][^;,\s"]*))?`
const component = '"[a-z0-9@_-]+"'
const inputs = new RegExp(
  String.raw`(?:^|,)\s*([a-z*][a-z0-9_.*-]*)=(\((${component}(?: +${component})*)?\)((?:${parameter})*))\s*(?=,|$)`,
  'g',
)
const values = /(?:^|,)\s*([a-z*][a-z0-9_.*-]*)=:([A-Za-z0-9+/=]*):\s*(?=,|$)/g

function textOf(parameters: string, name: string): string | undefined {
  const found = new RegExp(`;${name}="((?:[^"\\\\]|\\\\.)*)"`).exec(parameters)?.[1]
  return found?.replaceAll(/\\(.)/g, '$1')
}

function numberOf(parameters: string, name: string): number | undefined {
  const found = new RegExp(`;${name}=(\\d{1,15})(?![\\d.])`).exec(parameters)?.[1]
  return found === undefined ? undefined : Number(found)
}

/**
 * The signatures that a message states: each label that stands in both `Signature-Input` and `Signature` (RFC 9421
 * section 4, structured fields). Members in a form that the protocol does not use are left out.
 */
export function statedSignatures(headers: Headers): StatedSignature[] {
  const sent = new Map<string, string>()
  for (const [, label = '', value = ''] of (headers.get('signature') ?? '').matchAll(values))
    sent.set(label, value)
  const stated: StatedSignature[] = []
  for (const match of (headers.get('signature-input') ?? '').matchAll(inputs)) {
    const [, label = '', parameters = '', list = '', rest = ''] = match
    const value = sent.get(label)
    const keyId = textOf(rest, 'keyid')
    if (value === undefined || keyId === undefined) continue
    stated.push({
      components: list
        .split(' ')
        .filter(Boolean)
        .map(name => name.slice(1, -1)),
      parameters,
      keyId,
      created: numberOf(rest, 'created'),
      expires: numberOf(rest, 'expires'),
      value: Buffer.from(value, 'base64'),
    })
  }
  return stated
}
