import { checkResidentId, SCIENTIFIC, type ResidentIdCheck } from "./check-resident-id.ts";
import type { CertificateCheck } from "./check-certificate.ts";

/** Why another number is proposed in place of the one written. A person confirms it; nothing is replaced unasked. */
export type RecoveryReason = "lost_digits_in_certificate" | "missing_id_in_certificate" | "one_sign_differs_from_certificate" | "letter_for_digit";

export interface Recovery {
  readonly residentId: string;
  readonly reason: RecoveryReason;
}

/**
 * Looks for the number that was meant. A number damaged by Excel is taken from
 * the certificate when every digit that is left agrees and the certificate's
 * own check character holds; a mistyped one when a single place differs.
 */
export function recoverId(written: string, id: ResidentIdCheck | null, certificate: CertificateCheck | null, today: string): Recovery | null {
  const candidate = certificate?.residentIdHolds ? certificate.residentId : null;
  if (id === null) return candidate ? { residentId: candidate, reason: "missing_id_in_certificate" } : null;
  if (id.fault === null) return null;
  if (id.fault === "turned_into_number") {
    return candidate?.startsWith(digitsLeft(id.id)) ? { residentId: candidate, reason: "lost_digits_in_certificate" } : null;
  }
  if (candidate && id.id.length === 18 && differences(candidate, id.id) === 1) return { residentId: candidate, reason: "one_sign_differs_from_certificate" };
  const respelled = id.fault === "characters" ? written.toUpperCase().replaceAll("O", "0").replace(/[IL|]/g, "1") : id.id;
  if (respelled !== id.id && checkResidentId(respelled, false, today).fault === null) return { residentId: checkResidentId(respelled, false, today).id, reason: "letter_for_digit" };
  return null;
}

/** The digits Excel has kept: 15 of a long number, fewer of one shown short (its last shown digit is rounded, so it is left out). */
function digitsLeft(text: string): string {
  const scientific = SCIENTIFIC.exec(text);
  if (!scientific) return text.slice(0, 15);
  const shown = `${scientific[1]}${scientific[2] ?? ""}`;
  return shown.length >= 15 ? shown.slice(0, 15) : shown.slice(0, -1);
}

function differences(a: string, b: string): number {
  let count = 0;
  for (let place = 0; place < 18; place++) if (a[place] !== b[place]) count++;
  return count;
}
