import { formatInstant } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { Card, DataList, EmptyState } from "#platform/ui/index.ts";
import { documentsText } from "../messages/index.ts";
import type { MadeDocument } from "../store/templates.ts";

/** What was made before, the newest first; of a group with what each is about. */
export function MadeCard({ made, today }: { made: readonly (MadeDocument & { readonly about?: string | undefined })[]; today: string }) {
  const t = useText(documentsText);
  const language = useLanguage();
  return (
    <Card title={t.made} flush>
      <DataList caption={t.made} rows={made} rowKey={({ id }) => id} empty={<EmptyState title={t.noneMade} level={3} />} columns={[
        { key: "form", label: t.columns.form, render: ({ form, format, about }) => [t.forms[form], about, t.formats[format]].filter(Boolean).join(" · ") }, { key: "template", label: t.columns.template, render: ({ templateVersion }) => (templateVersion === 0 ? t.shippedVersion : t.version(templateVersion)) },
        { key: "by", label: t.columns.by, render: ({ byName }) => byName }, { key: "at", label: t.columns.at, render: ({ at }) => formatInstant(at, language, today) }, { key: "hash", label: t.columns.hash, render: ({ contentHash }) => <code className="small">{contentHash.slice(0, 16)}</code> },
      ]} />
    </Card>
  );
}
