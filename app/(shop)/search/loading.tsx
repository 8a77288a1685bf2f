import { GridSkeleton } from '#components/product/grid-skeleton.tsx'

export default function SearchLoading() {
  return (
    <div className="shell pt-8">
      <GridSkeleton label="Searching" />
    </div>
  )
}
