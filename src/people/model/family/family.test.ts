import fc from "fast-check";
import { expect, test } from "vitest";
import { BUBBLE, layOutEcomap, SUPPORT_KINDS, TIES, type Support } from "./ecomap.ts";
import { familyOf, type Member, type Tie } from "./family.ts";
import { layOutGenogram, SLOT } from "./genogram.ts";
import { kinOf } from "./kin.ts";

const member = (id: string, over: Partial<Member> = {}): Member => ({ id, name: id, sex: null, birthOn: null, deceasedOn: null, disabled: false, ...over });
const tie = (a: string, b: string, relation: string, ended = false): Tie => ({ a, b, relation, ended });
const RELATIONS = ["父亲", "母亲", "儿子", "女儿", "丈夫", "妻子", "前夫", "哥哥", "妹妹", "奶奶", "孙子", "舅舅", "侄女", "表哥", "邻居", "朋友"];

const families = fc.integer({ min: 1, max: 14 }).chain((count) => fc.record({
  members: fc.constant(Array.from({ length: count }, (_one, index) => member(`p${String(index).padStart(2, "0")}`))),
  ties: fc.array(fc.record({ a: fc.nat(count - 1), b: fc.nat(count - 1), relation: fc.constantFrom(...RELATIONS), ended: fc.boolean() }), { maxLength: 24 }),
  living: fc.uniqueArray(fc.nat(count - 1)),
}));
const build = ({ members, ties, living }: { members: Member[]; ties: { a: number; b: number; relation: string; ended: boolean }[]; living: number[] }) => {
  const id = (index: number) => members[index]!.id;
  const family = familyOf("p00", members, ties.map(({ a, b, ...rest }) => ({ a: id(a), b: id(b), ...rest })));
  return { family, picture: layOutGenogram(family, new Set(living.map(id))) };
};

test("whatever is noted: nobody stands in another's place, generations stand on levels, couples that fit beside each other, the picture holds all", () => {
  fc.assert(fc.property(families, (given) => {
    const { family, picture } = build(given);
    expect(picture.persons.some(({ id }) => id === "p00")).toBe(true);
    for (const [index, one] of picture.persons.entries()) {
      expect(one.x - SLOT / 2).toBeGreaterThanOrEqual(0);
      expect(one.x + SLOT / 2).toBeLessThanOrEqual(picture.width);
      expect(one.y).toBeLessThan(picture.height);
      for (const other of picture.persons.slice(index + 1)) {
        expect(one.y === other.y).toBe(one.generation === other.generation);
        expect(Math.sign(one.y - other.y)).toBe(Math.sign(one.generation - other.generation));
        if (one.y === other.y) expect(Math.abs(one.x - other.x)).toBeGreaterThanOrEqual(SLOT);
      }
    }
    for (const { parents, children } of family.unions) {
      const level = (id: string) => family.members.find((one) => one.id === id)!.generation;
      expect(parents.length).toBeLessThanOrEqual(2);
      for (const child of children) for (const parent of parents) expect(level(child) - level(parent)).toBe(1);
    }
  }), { numRuns: 2000 });
});

test("the same facts in any order give the same picture", () => {
  fc.assert(fc.property(families, fc.infiniteStream(fc.nat()), (given, dice) => {
    const shuffled = given.ties.map((one) => ({ one, by: dice.next().value as number })).toSorted((a, b) => a.by - b.by).map(({ one }) => one);
    const backwards = { ...given, ties: shuffled };
    const same = given.ties.every((one, index) => given.ties.findIndex((other) => other.a === one.a && other.b === one.b && other.relation === one.relation) === index);
    if (same) expect(build(backwards).picture).toEqual(build(given).picture);
  }), { numRuns: 500 });
});

test("a family of three generations: parents over children, brothers and sisters under the same parents, an aunt loose, the divorced apart", () => {
  const members = ["son", "mother", "father", "sister", "grandmother", "wife", "child", "aunt", "friend"].map((id) => member(id));
  const family = familyOf("son", members, [
    tie("son", "mother", "母亲"), tie("son", "father", "父亲"), tie("son", "sister", "姐姐"), tie("mother", "grandmother", "母亲"), tie("son", "wife", "前妻"), tie("child", "son", "父亲"), tie("child", "wife", "母亲"), tie("son", "aunt", "姑姑"), tie("son", "friend", "朋友"),
  ]);
  expect(Object.fromEntries(family.members.map(({ id, generation, sex }) => [id, `${generation}${sex ?? ""}`]))).toEqual({ son: "0male", sister: "0female", mother: "-1female", father: "-1male", aunt: "-1female", grandmother: "-2female", wife: "0female", child: "1" });
  expect(family.unions).toContainEqual({ parents: ["father", "mother"], children: ["sister", "son"], ended: false });
  expect(family.unions).toContainEqual({ parents: ["son", "wife"], children: ["child"], ended: true });
  expect(family.loose).toEqual([{ a: "son", b: "aunt", relation: "姑姑" }]);
  const picture = layOutGenogram(family, new Set(["son", "mother", "father"]));
  expect(picture.lines.map(({ kind }) => kind)).toContain("ended");
  expect(picture.households.length).toBeGreaterThan(0);
});

test("words of kinship are read; others are no kin", () => {
  expect(["继父", "母子", "老婆", "兄妹", "外婆", "儿媳"].map((word) => kinOf(word)?.kind)).toEqual(["parent", "parent", "spouse", "sibling", "grandparent", "younger"]);
  expect([kinOf("邻居"), kinOf("监护人")]).toEqual([null, null]);
});

test("supports stand around the person, none touching another or the middle, kinds beside each other", () => {
  const supports = fc.uniqueArray(fc.record({ key: fc.uuid(), kind: fc.constantFrom(...SUPPORT_KINDS), name: fc.constant("某"), note: fc.constant(""), tie: fc.constantFrom(...TIES) }), { maxLength: 60, selector: ({ key }) => key });
  fc.assert(fc.property(supports, (given: Support[]) => {
    const { supports: placed, centre, radius, size } = layOutEcomap(given);
    expect(layOutEcomap(given.toReversed()).supports).toEqual(placed);
    for (const [index, one] of placed.entries()) {
      expect(Math.hypot(one.x - centre, one.y - centre)).toBeGreaterThan(radius + BUBBLE);
      expect(Math.min(one.x, one.y, size - one.x, size - one.y)).toBeGreaterThan(BUBBLE);
      for (const other of placed.slice(index + 1)) expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(BUBBLE * 2);
    }
  }), { numRuns: 300 });
});
