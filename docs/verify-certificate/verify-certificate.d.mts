import type { KeyObject } from "node:crypto";

type Verified = { valid: true; keyId: string; states: unknown } | { valid: false; why: string };
export function readKeys(pem: string): Map<string, KeyObject>;
export function verifySigned(bytes: Buffer, keys: Map<string, KeyObject>, head: string): Verified;
export function verifyCertificate(bytes: Buffer, keys: Map<string, KeyObject>): Verified;
export function verifyRevocations(bytes: Buffer, keys: Map<string, KeyObject>): Verified;
