/**
 * What a brand changes first: its name and its voice in one line. Its shelves are kept in the table and edited in the
 * studio; those named here stand in the menu of pages that are made with the site, before there is a table to ask.
 */
export const brand = {
  name: 'Marram',
  tagline: 'The coastal pantry',
  description:
    'Oats, preserves, soups, oils and cocoa from the coastal pantry. Compare what each shop charges, pay once, and the shop ships it.',
  email: 'hello@marram.example',
  shelves: [
    { slug: 'oats-and-granola', name: 'Oats & Granola' },
    { slug: 'spreads-and-preserves', name: 'Spreads & Preserves' },
    { slug: 'soups-and-beans', name: 'Soups & Beans' },
    { slug: 'oils-and-vinegars', name: 'Oils & Vinegars' },
    { slug: 'tea-and-cocoa', name: 'Tea & Cocoa' },
  ],
} as const
