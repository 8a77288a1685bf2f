/** The secrets in use, besides one a retailer, which its row names: `brandfront/retailer/<id>`. */
export const secretNames = {
  auth: 'brandfront/auth',
  cookies: 'brandfront/cookies',
  processor: 'brandfront/processor',
  revalidate: 'brandfront/revalidate',
  /** The keys that sign requests to retailers: see retailers/signing-keys.ts. */
  signing: 'brandfront/signing',
} as const
