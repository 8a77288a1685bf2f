/** The secrets in use, besides one a retailer, which its row names: `brandfront/retailer/<id>`. */
export const secretNames = {
  auth: 'brandfront/auth',
  cookies: 'brandfront/cookies',
  processor: 'brandfront/processor',
  revalidate: 'brandfront/revalidate',
} as const
