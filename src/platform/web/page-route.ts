import { matchRoutes } from "react-router";
import type { Policy } from "../access/policy.ts";

/** One page (or download) of a slice: its address, its file under `src/`, and who may open it. */
export interface PageRoute {
  /** Address pattern without a leading slash, e.g. `people/:personId`. */
  readonly path: string;
  /** File under `src/`, e.g. `people/pages/show-person.tsx`. */
  readonly file: string;
  readonly policy: Policy;
}

/** Declares a page. There is no way to declare one without a policy. */
export const page = (path: string, file: string, policy: Policy): PageRoute => ({ path, file, policy });

/** A route's id is its file without the ending: one file, one page. */
export const routeId = ({ file }: PageRoute): string => file.replace(/\.tsx?$/, "");

/** The page an address belongs to, by the router's own ranking. */
export function findPage(pages: readonly PageRoute[], pathname: string): PageRoute | undefined {
  const routes = pages.map((route) => ({ id: routeId(route), path: `/${route.path}`, route }));
  const match = matchRoutes(routes, pathname)?.at(-1)?.route;
  return match && (match as unknown as { route: PageRoute }).route;
}
