import { useId } from "react";
import { useRouteLoaderData } from "react-router";

/**
 * The hidden number of a form. Sent twice (a double click, a reload, a poor network), the second changes nothing.
 * The root's loader makes a new seed for every page view and after every action.
 */
export function IdempotencyField() {
  const root = useRouteLoaderData<{ formSeed: string }>("root");
  const place = useId();
  return <input type="hidden" name="_key" value={`${root?.formSeed ?? ""}-${place.replaceAll(/[^a-z0-9]/gi, "")}`} />;
}
