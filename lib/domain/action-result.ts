import type { ErrorCode } from '#lib/domain/errors.ts'

/**
 * What every server action answers. `message` and the words in `fields` are meant for a person; `fields` is keyed
 * as the form names its inputs (`address.postalCode`). `unexpected` stands for anything that is not a rule.
 */
export type ActionResult<Data> =
  | { ok: true; data: Data }
  | { ok: false; code: ErrorCode | 'unexpected'; message: string; fields: Record<string, string> }

/** An action as a component is handed it. */
export type Action<Input, Data> = (input: Input) => Promise<ActionResult<Data>>
