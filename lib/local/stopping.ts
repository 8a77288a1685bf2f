/**
 * An abort signal that fires on Ctrl-C, on a request to end, and when npm, which started this process, is gone: a
 * shell that npm's own end takes with it does not pass the signal on. A second Ctrl-C ends at once; npm repeats the
 * first one to its child, which has had it from the terminal already, so one that comes straight after is not a second.
 */
export function stopSignal(): AbortSignal {
  const stopping = new AbortController()
  let first = 0
  const stop = () => {
    if (stopping.signal.aborted) return Date.now() - first > 1000 && process.exit(130)
    first = Date.now()
    console.log('\nStopping …')
    stopping.abort()
  }
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, stop)
  if (process.env.npm_lifecycle_event) {
    const parent = process.ppid
    setInterval(() => process.ppid !== parent && !stopping.signal.aborted && stop(), 500).unref()
  }
  return stopping.signal
}
