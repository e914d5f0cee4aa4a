import sharp from "sharp";
import { Refusal } from "../../kernel/refusal.ts";

/** A picture drawn anew: only its pixels come through, upright; nothing a camera or an editor wrote beside them does. */
export interface RedrawnImage {
  readonly content: Buffer;
  readonly mediaType: "image/jpeg";
  readonly width: number;
  readonly height: number;
}

/** Decoders that may run on what strangers send; every other of the library is shut. */
const READERS = ["VipsForeignLoadJpegBuffer", "VipsForeignLoadPngBuffer", "VipsForeignLoadWebpBuffer"];
/** Beyond any telephone's camera; a picture that claims more is refused before it is unpacked. */
const MOST_PIXELS = 64_000_000;
const [QUALITY, LONGEST_SECONDS] = [80, 20];

sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({ operation: READERS });
sharp.cache(false);
sharp.concurrency(1);

/**
 * Draws a JPEG, PNG or WebP anew as a JPEG whose longer side is at most `longestSide` pixels.
 * Anything else is refused: another kind (`platform.image_kind`), too many pixels or damaged (`platform.image_unreadable`).
 */
export async function redrawImage(bytes: Uint8Array, longestSide: number): Promise<RedrawnImage> {
  if (!isPicture(bytes)) throw new Refusal("unsupported_type", "platform.image_kind");
  const drawn = await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: "error" }).timeout({ seconds: LONGEST_SECONDS })
    .autoOrient().resize({ width: longestSide, height: longestSide, fit: "inside", withoutEnlargement: true })
    .flatten({ background: "#ffffff" }).jpeg({ quality: QUALITY }).toBuffer({ resolveWithObject: true })
    .catch(() => { throw new Refusal("invalid_input", "platform.image_unreadable"); });
  return { content: drawn.data, mediaType: "image/jpeg", width: drawn.info.width, height: drawn.info.height };
}

/** By its first bytes; its name and the browser's word are not asked. */
function isPicture(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 16)).toString("hex");
  return head.startsWith("ffd8ff") || head.startsWith("89504e470d0a1a0a") || (head.startsWith("52494646") && head.slice(16, 24) === "57454250");
}
