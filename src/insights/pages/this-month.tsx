import { redirect, type LoaderFunctionArgs } from "react-router";
import { sessionOf } from "#platform/web/context.ts";

/** Leads to the month at hand. */
export function loader({ context }: LoaderFunctionArgs) {
  throw redirect(`/returns/${sessionOf(context).today.slice(0, 7)}`);
}
