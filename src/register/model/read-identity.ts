import { checkCertificate, type CertificateCheck } from "./identity/check-certificate.ts";
import { checkResidentId, type ResidentIdCheck } from "./identity/check-resident-id.ts";
import { recoverId, type Recovery } from "./identity/recover-id.ts";
import type { FaultKind } from "./faults.ts";
import type { FieldCells } from "./cells-of-row.ts";
import type { Report } from "./read-row.ts";
import { meaningful } from "./normalise/text.ts";

/** The numbers of one row, each checked, and against each other. */
export interface Numbers {
  readonly id: ResidentIdCheck | null;
  readonly certificate: CertificateCheck | null;
  readonly recovery: Recovery | null;
}

/** Reads identity number and certificate; says what is wrong with them and where they disagree. */
export function readIdentity(cells: FieldCells, today: string, report: Report): Numbers {
  const certificate = readCertificate(cells, today, report);
  const id = readResidentId(cells, certificate, today, report);
  const recovery = recoverId(cells.text("residentId"), id, certificate, today);
  if (id && certificate && certificate.residentId && id.fault !== "turned_into_number" && certificate.residentId !== id.id) {
    report("certificate_other_id", "certificateNumber", certificate.number);
  }
  return { id, certificate, recovery };
}

function readResidentId(cells: FieldCells, certificate: CertificateCheck | null, today: string, report: Report): ResidentIdCheck | null {
  if (!cells.has("residentId")) return null;
  const cell = cells.cell("residentId");
  if (meaningful(cell.text) === null || cell.kind === "error") {
    report("id_missing", "residentId", cell.text);
    return null;
  }
  const id = lostByChance(checkResidentId(cell.text, cell.kind === "number", today), certificate);
  if (id.fault) report(`id_${id.fault}` satisfies FaultKind, "residentId", cell.text);
  else if (id.upgraded) report("id_upgraded_from_15", "residentId", cell.text);
  return id;
}

/** A number that ends in 000 and passes its check by chance (one in eleven) has still lost digits when the certificate has others there. */
function lostByChance(id: ResidentIdCheck, certificate: CertificateCheck | null): ResidentIdCheck {
  if (id.fault !== null || !id.id.endsWith("000") || !certificate?.residentIdHolds) return id;
  const other = certificate.residentId !== id.id && certificate.residentId?.startsWith(id.id.slice(0, 15));
  return other ? { ...id, fault: "turned_into_number", sex: null } : id;
}

function readCertificate(cells: FieldCells, today: string, report: Report): CertificateCheck | null {
  const cell = cells.cell("certificateNumber");
  if (meaningful(cell.text) === null || cell.kind === "error") return null;
  const certificate = checkCertificate(cell.text, cell.kind === "number", today);
  if (certificate.fault) report(`certificate_${certificate.fault}` satisfies FaultKind, "certificateNumber", cell.text);
  return certificate;
}
