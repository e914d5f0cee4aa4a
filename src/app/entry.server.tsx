import { PassThrough } from "node:stream";
import { createReadableStreamFromReadable } from "@react-router/node";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { isRouteErrorResponse, ServerRouter, type EntryContext, type RouterContextProvider } from "react-router";
import { isRefusal } from "#kernel/refusal.ts";
import { webContext, webOf } from "#platform/web/context.ts";
import "./panels.ts";

export { webContext };
/** Every page the build knows; the server refuses to start when one of them declares no policy. */
export { pages } from "./pages.ts";

const ABORT_MS = 10_000;

/** Renders a page; its scripts carry the request's nonce, so no other script can run. */
export default function handleRequest(
  request: Request, status: number, headers: Headers, routerContext: EntryContext, context: Readonly<RouterContextProvider>,
): Promise<Response> | Response {
  headers.set("content-type", "text/html; charset=utf-8");
  if (request.method === "HEAD") return new Response(null, { status, headers });
  const { nonce } = webOf(context);
  const whole = isbot(request.headers.get("user-agent") ?? "");
  return new Promise((resolve, reject) => {
    const ready = () => {
      const body = new PassThrough();
      pipe(body);
      resolve(new Response(createReadableStreamFromReadable(body), { status, headers }));
    };
    const { pipe, abort } = renderToPipeableStream(<ServerRouter context={routerContext} url={request.url} nonce={nonce} />, {
      nonce, onShellError: reject, ...(whole ? { onAllReady: ready } : { onShellReady: ready }),
    });
    setTimeout(abort, ABORT_MS).unref();
  });
}

/** An expected refusal is no fault; everything else is logged with the request's number, and leaves as an opaque page. */
export function handleError(error: unknown, { request, context }: { request: Request; context: Readonly<RouterContextProvider> }): void {
  if (request.signal.aborted || isRefusal(error) || isRouteErrorResponse(error)) return;
  webOf(context).installation.reportBug(error, webOf(context).requestId);
}
