import fc from "fast-check";
import { expect, test } from "vitest";
import { attribute, BrokenXml, XmlScanner } from "./scan-xml.ts";

function scan(xml: string, cutAt: readonly number[] = []): string[] {
  const seen: string[] = [];
  const scanner = new XmlScanner({
    open: (name, attributes) => seen.push(`<${name}${attributes.trimEnd()}`), close: (name) => seen.push(`>${name}`),
    text: (piece) => (seen.at(-1)?.startsWith("=") ? seen.push(seen.pop() + piece) : seen.push(`=${piece}`)),
  });
  let from = 0;
  for (const cut of [...cutAt].sort((a, b) => a - b)) {
    scanner.write(xml.slice(from, cut));
    from = Math.max(from, cut);
  }
  scanner.write(xml.slice(from));
  scanner.end();
  return seen;
}

const XML = `<?xml version="1.0"?><!-- <c> --><x:a b="1>2" c='"'><t xml:space="preserve"> 王&amp;&#x82B3;&lt; </t><![CDATA[<&]]><e/></x:a>`;

test("tags, text, entities, CDATA and comments", () => {
  expect(scan(XML)).toEqual(['<a b="1>2" c=\'"\'', '<t xml:space="preserve"', "= 王&芳< ", ">t", "=<&", "<e", ">e", ">a"]);
});

test("the same wherever the pieces are cut", () => {
  const whole = scan(XML).join("");
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: XML.length }), { maxLength: 6 }), (cuts) => {
    expect(scan(XML, cuts).join("")).toBe(whole);
  }));
});

test.each(["<!DOCTYPE x [<!ENTITY a \"b\">]><x/>", "<a b="])("%s is refused", (xml) => expect(() => scan(xml)).toThrow(BrokenXml));

test("attributes by name, with any prefix, not by part of a name", () => {
  expect(attribute(' xr="0" r:id="r&amp;1" s=\'2\'', "id")).toBe("r&1");
  expect([attribute(' xr="0" r="1"', "r"), attribute(' s=\'2\'', "s"), attribute(" a=\"1\"", "b")]).toEqual(["1", "2", undefined]);
});
