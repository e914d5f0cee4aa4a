import sharp from "sharp";
import { expect, test } from "vitest";
import { redrawImage } from "./redraw-image.ts";

const plain = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: { r: 180, g: 60, b: 40 } } });
const SECRET = "31.2304N 121.4737E";

test("place, camera and words a picture carries are gone, and it stands upright", async () => {
  const taken = await plain(400, 200).withExif({ IFD0: { Make: "Phone", ImageDescription: SECRET }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "31/1 13/1 49/1" } }).withMetadata({ orientation: 6 }).jpeg().toBuffer();
  expect(taken.toString("latin1")).toContain(SECRET);
  const drawn = await redrawImage(taken, 1600);
  expect(drawn).toMatchObject({ mediaType: "image/jpeg", width: 200, height: 400 });
  expect(drawn.content.toString("latin1")).not.toContain(SECRET);
  const { exif, xmp, iptc, icc } = await sharp(drawn.content).metadata();
  expect([exif, xmp, iptc, icc]).toEqual([undefined, undefined, undefined, undefined]);
});

test.each(["jpeg", "png", "webp"] as const)("a large %s is drawn smaller, a small one is left at its size", async (kind) => {
  expect(await redrawImage(await plain(3000, 1000).toFormat(kind).toBuffer(), 1600)).toMatchObject({ mediaType: "image/jpeg", width: 1600, height: 533 });
  expect(await redrawImage(await plain(30, 10).toFormat(kind).toBuffer(), 1600)).toMatchObject({ width: 30, height: 10 });
});

test("what is no picture, another kind, damaged, or claims too many pixels is refused in words", async () => {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
  for (const bytes of [svg, Buffer.from("%PDF-1.7"), Buffer.alloc(0), await plain(9, 9).gif().toBuffer(), await plain(9, 9).tiff().toBuffer()]) await expect(redrawImage(bytes, 1600)).rejects.toMatchObject({ reason: "platform.image_kind" });
  const whole = await plain(600, 600).png().toBuffer();
  await expect(redrawImage(whole.subarray(0, whole.length / 2), 1600)).rejects.toMatchObject({ reason: "platform.image_unreadable" });
  const claims = Buffer.from(whole);
  claims.writeUInt32BE(60_000, 16);
  claims.writeUInt32BE(60_000, 20);
  await expect(redrawImage(claims, 1600)).rejects.toMatchObject({ reason: "platform.image_unreadable" });
  await expect(redrawImage(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]), 1600)).rejects.toMatchObject({ reason: "platform.image_unreadable" });
});
