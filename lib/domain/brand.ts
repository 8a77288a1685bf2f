/**
 * What a brand changes first: its name, its voice in one line, and the order of its shelves. The shelves' words and
 * pictures are in the table; the menu stands here so that every page can be made without asking the table.
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
