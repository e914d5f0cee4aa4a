import { randomUUID } from "node:crypto";
import { useEffect, type ReactNode } from "react";
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useLocation, useMatches, useRouteError, useRouteLoaderData, isRouteErrorResponse, type LoaderFunctionArgs } from "react-router";
import { LanguageContext, useText } from "#platform/i18n/use-text.ts";
import { forgetPhotos } from "#encounters/ui/field/device/photo-drafts.ts";
import { forgetLock } from "#platform/device/lock-place.ts";
import { DraftProvider } from "#platform/ui/draft/draft-key.tsx";
import { OrganisationSwitcher } from "#platform/ui/layout/organisation-switcher.tsx";
import { PublicShell } from "#platform/ui/layout/public-shell.tsx";
import { DEFAULT_PREFERENCES, rootAttributes } from "#platform/ui/layout/preferences.ts";
import { Shell } from "#platform/ui/layout/shell.tsx";
import { webOf } from "#platform/web/context.ts";
import { unlessOffline } from "#platform/web/offline.ts";
import { FaultPage } from "./frame/fault-page.tsx";
import { appText } from "./messages/index.ts";
import { navigation } from "./frame/navigation.tsx";
import styles from "#platform/ui/styles/index.css?url";
import pageStyles from "./frame/pages.css?url";

export const links = () => [{ rel: "stylesheet", href: styles }, { rel: "stylesheet", href: pageStyles }, { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" }];

export function loader({ context }: LoaderFunctionArgs) {
  const { signedIn, preferences, requestId, installation } = webOf(context);
  return { signedIn, preferences, requestId, demo: installation.mode === "demo", formSeed: randomUUID() };
}

export const shouldRevalidate = unlessOffline;

/** How a page asks for its frame: `plain` sends no script, `bare` shows no frame (print, sign-in's own). */
export interface PageHandle {
  readonly plain?: boolean;
  readonly public?: boolean;
  readonly wide?: boolean;
  readonly bare?: boolean;
}

export function Layout({ children }: { children: ReactNode }) {
  const root = useRouteLoaderData<typeof loader>("root");
  const preferences = root?.preferences ?? DEFAULT_PREFERENCES;
  const plain = useHandle().plain ?? false;
  return (
    <html {...rootAttributes(preferences)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body>
        <LanguageContext value={preferences.language}>{children}</LanguageContext>
        {plain ? null : <><ScrollRestoration /><Scripts /></>}
      </body>
    </html>
  );
}

export default function Root() {
  const root = useRouteLoaderData<typeof loader>("root");
  const { pathname } = useLocation();
  // Signing out ends on a page that knows nobody: the device's key goes, and what pictures were begun. The kept shell of the home visits knows nobody either, and is no sign.
  useEffect(() => {
    if (!root || root.signedIn || pathname === "/field") return;
    forgetLock();
    void forgetPhotos();
  }, [root, pathname]);
  // A page of another record begins anew, or what was typed about one person would stand in the form of the next.
  return <DraftProvider draftKey={root?.signedIn?.draftKey}><Frame><Outlet key={pathname} /></Frame></DraftProvider>;
}

export function ErrorBoundary() {
  const error = useRouteError();
  return <Frame><FaultPage error={isRouteErrorResponse(error) ? error : null} /></Frame>;
}

function Frame({ children }: { children: ReactNode }) {
  const t = useText(appText);
  const root = useRouteLoaderData<typeof loader>("root");
  const handle = useHandle();
  if (handle.bare) return children;
  const preferences = root?.preferences ?? DEFAULT_PREFERENCES;
  const signedIn = root?.signedIn;
  if (!signedIn || handle.public) {
    const links = [{ to: "/help", label: t.publicLinks.help }, { to: "/join", label: t.publicLinks.join }, { to: "/gatherings", label: t.publicLinks.gatherings }];
    return <PublicShell preferences={preferences} links={links} wide={handle.wide} {...(!signedIn && { signInTo: "/sign-in" })}>{children}</PublicShell>;
  }
  const { organization, organizations } = signedIn;
  const others = organizations.filter(({ id }) => id !== organization.id);
  return (
    <Shell nav={navigation(t.nav)} capabilities={new Set(signedIn.capabilities)} preferences={preferences}
      account={{ name: signedIn.name, role: signedIn.roleName, to: "/account" }}
      organisation={<OrganisationSwitcher current={organization.name} others={others} action="/organization/switch" />}>
      {children}
    </Shell>
  );
}

function useHandle(): PageHandle {
  return (useMatches().at(-1)?.handle ?? {}) as PageHandle;
}
