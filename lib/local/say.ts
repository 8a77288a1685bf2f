const began = Date.now()

/** A line of progress, with the seconds since the start. */
export function say(words: string): void {
  const seconds = ((Date.now() - began) / 1000).toFixed(1)
  console.log(`${seconds.padStart(6)} s  ${words}`)
}
