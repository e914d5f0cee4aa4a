#!/usr/bin/env node
// Verifies a signed certificate of volunteer service without Linli: this one file, Node 18 or newer, no network, no package.
//   node verify-certificate.mjs certificate.txt public-keys.pem [revocations.txt]
// Exit code 0: signed by the organisation that the keys belong to, not one byte changed, and not on the list given. 1: not so.
import { createHash, createPublicKey, verify } from "node:crypto";
import { readFileSync } from "node:fs";
import { argv, exit, stderr, stdout } from "node:process";
import { pathToFileURL } from "node:url";

const LAST_LINES = /\nkey: ([0-9a-f]{16})\nsignature: ([0-9a-f]{128})\n$/;

/** Every public key in a PEM file, by the first 16 hexadecimal digits of the SHA-256 of its DER form. */
export function readKeys(pem) {
  const blocks = pem.match(/-----BEGIN PUBLIC KEY-----[\s\S]+?-----END PUBLIC KEY-----/g) ?? [];
  const keys = blocks.map((block) => createPublicKey(block)).filter((key) => key.asymmetricKeyType === "ed25519");
  return new Map(keys.map((key) => [createHash("sha256").update(key.export({ format: "der", type: "spki" })).digest("hex").slice(0, 16), key]));
}

/** What a signed file states, or why it proves nothing. `head` is its first line. */
export function verifySigned(bytes, keys, head) {
  const text = bytes.toString("utf8");
  if (!Buffer.from(text, "utf8").equals(bytes)) return { valid: false, why: "not UTF-8" };
  if (!text.startsWith(`${head}\n`)) return { valid: false, why: `the first line is not ${head}` };
  const last = LAST_LINES.exec(text);
  if (!last) return { valid: false, why: "the last lines are not a key and a signature" };
  const key = keys.get(last[1]);
  if (!key) return { valid: false, why: `signed with key ${last[1]}, which is not among the keys given` };
  const signed = bytes.subarray(0, bytes.length - `signature: ${last[2]}\n`.length);
  if (!verify(null, signed, key, Buffer.from(last[2], "hex"))) return { valid: false, why: "the text was changed, or the signature is not of this text" };
  return { valid: true, keyId: last[1], states: JSON.parse(text.slice(head.length + 1, last.index)) };
}

export const verifyCertificate = (bytes, keys) => verifySigned(bytes, keys, "LINLI-CERTIFICATE-1");
export const verifyRevocations = (bytes, keys) => verifySigned(bytes, keys, "LINLI-REVOCATIONS-1");

function main([certificateFile, keysFile, revocationsFile]) {
  if (!certificateFile || !keysFile) throw new Error("usage: node verify-certificate.mjs certificate.txt public-keys.pem [revocations.txt]");
  const keys = readKeys(readFileSync(keysFile, "utf8"));
  const certificate = verifyCertificate(readFileSync(certificateFile), keys);
  if (!certificate.valid) throw new Error(`NOT VALID 无效: ${certificate.why}`);
  stdout.write(`${JSON.stringify(certificate.states, null, 2)}\n`);
  if (revocationsFile) {
    const list = verifyRevocations(readFileSync(revocationsFile), keys);
    if (!list.valid) throw new Error(`NOT CHECKED 未能核对: the list of revocations: ${list.why}`);
    const revoked = list.states.revoked.find(({ number }) => number === certificate.states.number);
    if (revoked) throw new Error(`REVOKED 已撤销: on ${revoked.on} (list of ${list.states.asOf})`);
    stdout.write(`Not revoked as of ${list.states.asOf} 截至此时未撤销\n`);
  }
  stdout.write(`VALID 有效: signed with key ${certificate.keyId}\n`);
}

if (argv[1] && import.meta.url === pathToFileURL(argv[1]).href) {
  try {
    main(argv.slice(2));
  } catch (error) {
    stderr.write(`${error.message}\n`);
    exit(1);
  }
}
