import { formatNumber } from "#platform/i18n/numbers.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { DataList } from "#platform/ui/list/data-list.tsx";
import { EmptyState } from "#platform/ui/show/empty-state.tsx";
import { Notice } from "#platform/ui/show/notice.tsx";
import { outreachText } from "../../messages/index.ts";
import type { AssignPreview } from "../../service/rounds/assign-members.ts";

/** Who would get how many, and from where. */
export function AssignPreviewTable({ preview }: { preview: AssignPreview }) {
  const { assign: t, segments } = useText(outreachText);
  const language = useLanguage();
  const placesOf = (places: AssignPreview["workers"][number]["places"]) => places.map(({ name, count }) => `${name ?? segments.noCommunity} ${formatNumber(count, language)}`).join(" · ") || "—";
  return (
    <div className="stack">
      <DataList caption={t.previewTitle} rows={preview.workers} rowKey={({ workerId }) => workerId} empty={<EmptyState level={3} title={t.nobody} />}
        columns={[
          { key: "name", label: t.worker, render: ({ name }) => name },
          { key: "given", label: t.given, end: true, render: ({ given }) => formatNumber(given, language) },
          { key: "after", label: t.after, end: true, render: ({ after }) => formatNumber(after, language) },
          { key: "places", label: t.places, render: ({ places }) => placesOf(places) },
        ]} />
      {preview.left > 0 ? <Notice tone="due">{t.left(preview.left)}</Notice> : null}
    </div>
  );
}
