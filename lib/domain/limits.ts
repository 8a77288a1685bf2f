// Apart from cart.ts so that a browser page can know them without loading the schema library.

/** The most of one variant that a cart takes. */
export const maximumQuantity = 99

/** The most different variants that a cart takes. */
export const maximumLines = 50

/** How many days a cart is kept after its last change. */
export const cartDays = 30

/** How many days a wish to be told that something is back is kept, when nothing comes back. */
export const restockDays = 90
