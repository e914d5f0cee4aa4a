import type { Tx } from "#platform/db/connect.ts";
import { postLetter } from "#platform/outbox/post-letter.ts";

/** Letters to applicants. They name nobody and no programme: who it is, is looked up when they are carried. */
export const APPLICATION_TOPIC = "application";
export const APPLICATION_MATTERS = ["moved_up", "refused", "reopened", "interview", "interview_off"] as const;

export interface ApplicationLetter {
  readonly matter: (typeof APPLICATION_MATTERS)[number];
  readonly volunteerId: string;
}

export async function postApplication(tx: Tx, orgId: string, letter: ApplicationLetter): Promise<void> {
  await postLetter(tx, orgId, { topic: APPLICATION_TOPIC, payload: letter });
}
