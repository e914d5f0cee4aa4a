import type { RouterContextProvider } from "react-router";
import { Refusal } from "#kernel/refusal.ts";
import { webOf } from "#platform/web/context.ts";
import Gallery from "./gallery.tsx";

/** The gallery brings its own frame, so the root shows none around it. */
export const handle = { bare: true };

export const meta = () => [{ title: "图册 · 邻里" }];

/** Shown in development and in the demonstration; elsewhere there is no such page. */
export function loader({ context }: { context: Readonly<RouterContextProvider> }): null {
  if (webOf(context).installation.mode === "normal") throw new Refusal("not_found", "platform.not_found");
  return null;
}

export default function GalleryPage() {
  return <Gallery />;
}
