import { formatInstant } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { Card, fill, Stack } from "#platform/ui/index.ts";
import { identityText } from "../../messages/index.ts";

export interface SingleSignOnProps {
  joined: readonly { readonly issuer: string; readonly linkedAt: string }[];
  /** Name of the provider of this installation; nothing is shown without one. */
  label: string | null;
  today: string;
}

/** Whether the identity provider stands for this account too. */
export function SingleSignOn({ joined, label, today }: SingleSignOnProps) {
  const t = useText(identityText);
  const language = useLanguage();
  if (!label) return null;
  return (
    <Card title={t.account.oidcTitle}>
      <Stack>
        {joined.map(({ issuer, linkedAt }) => <p key={issuer}>{t.account.oidcJoined} {new URL(issuer).hostname} <span className="small soft">{formatInstant(linkedAt, language, today)}</span></p>)}
        {joined.length === 0 ? <p className="soft">{t.account.oidcNone}</p> : null}
        {joined.length === 0 ? <p><a className="button" href="/sign-in/oidc?next=/account">{fill(t.account.oidcJoin, { label })}</a></p> : null}
      </Stack>
    </Card>
  );
}
