import type { Refused } from "#platform/web/form.ts";
import type { showFamily } from "../../service/family/show-family.ts";

/** What the cards about relatives, household and supports are given. */
export interface RelationsProps {
  readonly found: Pick<Awaited<ReturnType<typeof showFamily>>, "person" | "relatives" | "household" | "living" | "marks" | "noted">;
  readonly today: string;
  readonly refused: Refused | undefined;
}
