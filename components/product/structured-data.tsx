/**
 * schema.org data for search engines. Inside a script only `<` could end the element early, so it is written as its
 * JSON escape.
 */
export function StructuredData({ data }: { data: Record<string, unknown> }) {
  return (
    <script type="application/ld+json">
      {JSON.stringify({ '@context': 'https://schema.org', ...data }).replaceAll('<', '\\u003c')}
    </script>
  )
}
