import Image from 'next/image'
import { shortDateTime } from '#lib/domain/dates.ts'
import type { Listing, ListingImage } from '#lib/domain/listing.ts'

type Version = Pick<Listing, 'version' | 'name' | 'status' | 'updatedAt' | 'updatedBy'>

/** The listing's picture and who changed it when, newest first. */
export function VersionList({ versions, image }: { versions: Version[]; image?: ListingImage }) {
  return (
    <aside aria-labelledby="versions-heading" className="grid content-start gap-6">
      {image && (
        <Image
          alt={image.alt}
          className="aspect-square w-full max-w-60 rounded-label bg-sunk object-contain"
          height={400}
          src={`${image.src}-400.avif`}
          unoptimized
          width={400}
        />
      )}
      <div>
        <h2 className="font-semibold text-heading" id="versions-heading">
          Versions
        </h2>
        <ol className="mt-3 border-line border-t text-sm">
          {versions.map(({ version, name, status, updatedAt, updatedBy }) => (
            <li className="grid grid-cols-[2.5rem_1fr] border-line border-b py-2.5" key={version}>
              <span className="figures font-semibold">{version}</span>
              <span className="grid">
                <span>
                  {name}
                  {status === 'draft' && <span className="text-muted"> (draft)</span>}
                </span>
                <span className="text-muted text-note">
                  <time dateTime={updatedAt}>{shortDateTime(updatedAt)}</time>, {updatedBy}
                </span>
              </span>
            </li>
          ))}
        </ol>
      </div>
    </aside>
  )
}
