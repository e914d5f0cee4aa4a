import { formatInstant } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { Card, Chip, Stack, SubmitButton } from "#platform/ui/index.ts";
import { identityText } from "../../messages/index.ts";
import type { OwnSession } from "../../service/sessions/list-sessions.ts";
import { FormFrame } from "./form-frame.tsx";

/** Where somebody is signed in, each with its own way out. */
export function OwnSessions({ sessions, result, today }: { sessions: readonly OwnSession[]; result: unknown; today: string }) {
  const t = useText(identityText);
  const language = useLanguage();
  return (
    <Card title={t.account.sessionsTitle}>
      <Stack>
        <p className="soft">{t.account.sessionsLead}</p>
        <ul className="stack">
          {sessions.map((session) => (
            <li key={session.id} className="spread">
              <div>
                <b>{session.agent || t.account.unknownDevice}</b> {session.current ? <Chip tone="ok">{t.account.thisDevice}</Chip> : null}
                <p className="small soft">{t.account.seen} {formatInstant(session.lastSeenAt, language, today)}</p>
                <p className="small soft">{t.account.opened} {formatInstant(session.openedAt, language, today)}</p>
              </div>
              {session.current ? null : (
                <FormFrame intent="revoke" result={result}>
                  <SubmitButton tone="plain" name="id" value={session.id}>{t.account.revoke}<span className="sr-only"> {session.agent || t.account.unknownDevice}</span></SubmitButton>
                </FormFrame>
              )}
            </li>
          ))}
        </ul>
        {sessions.length > 1 ? (
          <FormFrame intent="revoke" result={null}><SubmitButton tone="danger" name="id" value="others">{t.account.revokeOthers}</SubmitButton></FormFrame>
        ) : null}
      </Stack>
    </Card>
  );
}
