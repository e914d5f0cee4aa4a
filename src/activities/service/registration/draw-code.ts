import { toDataURL } from "qrcode";

/** The QR code of a sign-up, as a picture a page can hold: it leads the worker who scans it to the one person. */
export function drawCode(origin: string, pass: string): Promise<string> {
  return toDataURL(`${origin}/check-in/${pass}`, { margin: 1, errorCorrectionLevel: "M", width: 360 });
}
