import { textOf } from "#platform/device/sealed-box.ts";
import { LONGEST_SIDE } from "../../../model/photo.ts";

const QUALITY = 0.8;

/** Draws a picture anew on the device, upright and no larger than it is kept: base64 of a JPEG. Nothing a camera wrote beside it comes along. Throws when it is no picture. */
export async function shrinkPhoto(file: Blob): Promise<string> {
  const bitmap = await createImageBitmap(file, { imageOrientation: "from-image" });
  const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const pen = canvas.getContext("2d")!;
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  const drawn = await new Promise<Blob | null>((done) => { canvas.toBlob(done, "image/jpeg", QUALITY); });
  if (!drawn) throw new Error("The browser could not draw the picture.");
  return textOf(new Uint8Array(await drawn.arrayBuffer()));
}
