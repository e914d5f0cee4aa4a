import type { ReactNode } from "react";
import { useSearchParams } from "react-router";
import { LanguageContext, useLanguage } from "#platform/i18n/use-text.ts";
import { DEFAULT_PREFERENCES, DraftProvider, OrganisationSwitcher, Shell, Tabs } from "#platform/ui/index.ts";
import { FormPart } from "./form-part.tsx";
import { ListPart } from "./list-part.tsx";
import { PairingPart } from "./pairing-part.tsx";
import { PicturePart } from "./picture-part.tsx";
import { PublicPart } from "./public-part.tsx";
import { RefusedPart } from "./refused-part.tsx";
import { ACCOUNT, NAV } from "./sample.tsx";
import { SmallPart } from "./small-part.tsx";
import { TodayPart } from "./today-part.tsx";
import { VisitPart } from "./visit-part.tsx";

const PARTS: Readonly<Record<string, { label: string; show: () => ReactNode }>> = {
  today: { label: "今天", show: () => <TodayPart /> },
  pairing: { label: "结对审阅", show: () => <PairingPart /> },
  visit: { label: "记录见面", show: () => <VisitPart /> },
  lists: { label: "名单", show: () => <ListPart /> },
  forms: { label: "表单", show: () => <FormPart /> },
  refused: { label: "被拒绝", show: () => <RefusedPart /> },
  small: { label: "小零件", show: () => <SmallPart /> },
  pictures: { label: "图", show: () => <PicturePart /> },
  public: { label: "公开页", show: () => <PublicPart /> },
};

/** A key that protects nothing: the gallery holds made-up words only. */
const SAMPLE_DRAFT_KEY = btoa("gallery".padEnd(32, "."));
const OTHERS = [{ id: "00000000-0000-4000-8000-000000000002", name: "春城助残服务中心" }];

/** Every part of the design system in every state: `/_gallery?part=lists&lang=en&text=200`. Served in development and in tests. */
export default function Gallery() {
  const [params] = useSearchParams();
  const pageLanguage = useLanguage();
  const asked = params.get("part") ?? "today";
  const part = asked in PARTS ? asked : "today";
  const language = params.get("lang") === "en" ? "en" : pageLanguage;
  return (
    <LanguageContext value={language}>
      <DraftProvider draftKey={SAMPLE_DRAFT_KEY}>
        {params.get("text") === "200" ? <style>{":root:root:root { font-size: 200% !important }"}</style> : null}
        {part === "public" ? PARTS[part]?.show() : (
          <Shell nav={NAV} capabilities={new Set(["organization.write"])} account={ACCOUNT} preferences={{ ...DEFAULT_PREFERENCES, language }}
            organisation={<OrganisationSwitcher current="青云街道 · 社区老友" others={OTHERS} />}>
            <Tabs label="图册" tabs={Object.entries(PARTS).map(([key, { label }]) => ({ to: `?part=${key}`, label, current: key === part }))} />
            {PARTS[part]?.show()}
          </Shell>
        )}
      </DraftProvider>
    </LanguageContext>
  );
}
