import { CloudOff, Send } from "lucide-react";
import { useEffect, useSyncExternalStore } from "react";
import { LanguageContext, useText } from "#platform/i18n/use-text.ts";
import { DraftProvider } from "#platform/ui/draft/draft-key.tsx";
import { readCookie } from "#platform/ui/draft/done-cookie.ts";
import { Button } from "#platform/ui/form/button.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { rootAttributes } from "#platform/ui/layout/preferences.ts";
import { Brand } from "#platform/ui/layout/brand.tsx";
import { Notice } from "#platform/ui/show/notice.tsx";
import { parsePreferences, PREFERENCES_COOKIE } from "#platform/web/preferences-cookie.ts";
import { encountersText } from "../messages/index.ts";
import { EnterPin } from "../ui/field/pin.tsx";
import { FieldDay } from "../ui/field/field-day.tsx";
import { useField, type Field } from "../ui/field/use-field.ts";
import styles from "../ui/field/field.css?url";

export const links = () => [{ rel: "stylesheet", href: styles }];
/** A frame of its own: the usual one leads to pages that need a network. */
export const handle = { bare: true };

/** Home visits on a phone. What a stranger is given of this page is kept on the device, so nothing of anybody may stand in its loader. */
export default function FieldPage() {
  const field = useField();
  const language = useChosenLooks();
  return (
    <LanguageContext value={language}>
      <DraftProvider draftKey={field.key?.key}>
        <Frame field={field} />
      </DraftProvider>
    </LanguageContext>
  );
}

function Frame({ field }: { field: Field }) {
  const { field: t } = useText(encountersText);
  const all = [...field.items, ...field.photos];
  const unsent = all.filter(({ state }) => state === "waiting" || state === "sending").length;
  const toLook = all.filter(({ state }) => state === "refused" || state === "clash").length;
  return (
    <div className="frame">
      <title>{t.title}</title>
      <div className="shell plain">
        <header className="topbar"><Brand /><nav className="topbar-tools" aria-label={t.back}><a className="button quiet" href="/encounters">{t.back}</a></nav></header>
        <main className="shell-main" id="main" tabIndex={-1}>
          <div className="page">
            {field.stage === "open" ? (
              <div className="field-bar" role="status">
                {field.online ? null : <span><CloudOff className="icon" aria-hidden="true" /> {t.offline}</span>}
                <strong>{t.waiting(unsent)}</strong>
                {toLook > 0 ? <strong className="late">{t.look(toLook)}</strong> : null}
                {unsent > 0 && field.online ? <Button icon={<Send className="icon" aria-hidden="true" />} onClick={field.sendNow}>{t.sendNow}</Button> : null}
                {field.shellKept ? <span className="small soft">{t.ready}</span> : null}
              </div>
            ) : null}
            {field.signedOut ? <Notice tone="due">{t.signedOut} <a href="/sign-in?next=/field">{t.signIn}</a></Notice> : null}
            <Stage field={field} />
          </div>
        </main>
      </div>
    </div>
  );
}

function Stage({ field }: { field: Field }) {
  const { field: t } = useText(encountersText);
  if (field.stage === "open") return <FieldDay field={field} today={field.today} />;
  return (
    <>
      <PageHeader title={t.title} lead={t.lead} />
      {field.stage === "locked" ? <EnterPin opened={field.unlockedWith} /> : null}
      {field.stage === "away" ? <Notice>{t.away} <a href="/sign-in?next=/field">{t.signIn}</a></Notice> : null}
      {field.stage === "opening" ? <p className="soft">{t.opening}</p> : null}
    </>
  );
}

/** The kept shell knows nobody's wishes; the device's cookie does. */
function useChosenLooks() {
  const chosen = parsePreferences(useSyncExternalStore(() => () => {}, () => readCookie(document.cookie, PREFERENCES_COOKIE), () => undefined));
  useEffect(() => {
    for (const [name, value] of Object.entries(rootAttributes(chosen))) document.documentElement.setAttribute(name, value);
  });
  return chosen.language;
}
