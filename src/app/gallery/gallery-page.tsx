import Gallery from "./gallery.tsx";

/** The gallery brings its own frame, so the root shows none around it. */
export const handle = { bare: true };

export const meta = () => [{ title: "图册 · 邻里" }];

/** Served in development and in tests only; the policy of its route says so. */
export default function GalleryPage() {
  return <Gallery />;
}
