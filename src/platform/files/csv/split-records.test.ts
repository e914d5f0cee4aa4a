import fc from "fast-check";
import { expect, test } from "vitest";
import { findDelimiter } from "./find-delimiter.ts";
import { RecordSplitter, UnclosedQuote } from "./split-records.ts";

function split(text: string, pieces = 1, newline: "\n" | "\r" = "\n") {
  const splitter = new RecordSplitter(",", newline);
  const size = Math.max(1, Math.ceil(text.length / pieces));
  const records = [];
  for (let at = 0; at < text.length; at += size) records.push(...splitter.write(text.slice(at, at + size)));
  return [...records, ...splitter.end()];
}

test.each([
  ["a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]],
  ['"a,1","b""q"\n', [["a,1", 'b"q']]],
  ['"two\nlines",x\ny', [["two\nlines", "x"], ["y"]]],
  ['a"b,c\n', [['a"b', "c"]]],
  ['"a"b,c\n', [["ab", "c"]]],
  ['"",\n', [["", ""]]],
  ["\n\na", [[""], [""], ["a"]]],
])("%j", (text, records) => {
  expect(split(text).map(({ fields }) => fields)).toEqual(records);
});

test("lines inside a field are counted", () => {
  expect(split('"a\nb\nc",d\ne').map(({ lines }) => lines)).toEqual([3, 1]);
});

test("old line ends", () => {
  expect(split("a,b\rc,d", 1, "\r").map(({ fields }) => fields)).toEqual([["a", "b"], ["c", "d"]]);
});

test("an open quote is said, not swallowed", () => {
  expect(() => split('a,"b\nc\n')).toThrow(UnclosedQuote);
});

const quoted = (field: string) => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);

test("what is written comes back, wherever the pieces are cut", () => {
  const field = fc.string({ unit: fc.constantFrom("a", "张", ",", '"', "\n", " ") });
  fc.assert(fc.property(fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { minLength: 1 }), fc.integer({ min: 1, max: 40 }), (table, pieces) => {
    const text = table.map((row) => row.map(quoted).join(",")).join("\r\n");
    expect(split(`${text}\r\n`, pieces).map(({ fields }) => fields)).toEqual(table);
  }));
});

test.each([["a,b\n1,2\n3,4", ","], ["a;b\n1,5;2\n3,0;4", ";"], ["标题,一\na\tb\tc\n1\t2\t3\n4\t5\t6\n7\t8\t9", "\t"], ["sep=|\na|b", "|"], ['"x,y,z";b\n"1,2,3";4\n"5,6,7";8', ";"], ["姓名", ","]])("the delimiter of %j is %j", (text, delimiter) => {
  expect(findDelimiter(text)).toBe(delimiter);
});
