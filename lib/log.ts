type Fields = Record<string, string | number | boolean | undefined>

function write(level: 'info' | 'warn' | 'error', message: string, fields: Fields) {
  process.stdout.write(`${JSON.stringify({ level, message, at: new Date().toISOString(), ...fields })}\n`)
}

/** Structured log lines. Fields are ids, codes and numbers: never names, addresses, tokens or bodies. */
export const log = {
  info: (message: string, fields: Fields = {}) => write('info', message, fields),
  warn: (message: string, fields: Fields = {}) => write('warn', message, fields),
  /** Keeps an error's name and code, not its text, which may quote input. */
  error: (message: string, error: unknown, fields: Fields = {}) =>
    write('error', message, {
      ...fields,
      error: error instanceof Error ? error.name : typeof error,
      cause: error instanceof Error && error.cause instanceof Error ? error.cause.name : undefined,
    }),
}
