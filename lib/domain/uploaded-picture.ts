// Apart from picture.ts so that a shop page can ask without loading the schema library.

/** True for a picture that was uploaded: it is there in every format, the seeded artwork as AVIF only. */
export function isUploaded(src: string): boolean {
  return src.startsWith('/media/')
}
