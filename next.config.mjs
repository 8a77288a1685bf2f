/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  typedRoutes: true,
  agentRules: false,
  reactStrictMode: true,
  // Packages that ship their own binaries or CommonJS trees: leave them to Node.
  serverExternalPackages: ['nodemailer'],
  experimental: { agentUpgrade: false },
}

export default config
