import { z } from 'zod'

const maximumLength = 80

/** What was typed into the search box: one line, trimmed, its start where it is too long. Anything else is empty. */
export const searchQuerySchema = z
  .string()
  .transform(text =>
    text
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim()
      .slice(0, maximumLength),
  )
  .catch('')
