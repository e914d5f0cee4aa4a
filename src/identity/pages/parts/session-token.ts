import { createContext, type RouterContextProvider } from "react-router";
import { webOf } from "#platform/web/context.ts";

type Context = Readonly<RouterContextProvider>;

/** Without script, action and loader run in one request: the loader must see the token the action made. */
const renewed = createContext<string | null>(null);

/** The token of the session this request is in, or has just come into. */
export const tokenOf = (context: Context): string | null => context.get(renewed) ?? webOf(context).sessionToken;

/** Notes a new token for the rest of this request. */
export function renewToken(context: Context, token: string): void {
  context.set(renewed, token);
}
