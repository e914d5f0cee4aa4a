import { expect, test } from "vitest";
import { judgePassword } from "./password-rule.ts";

const about = ["he.jing@example.org", "何静", "青云社会工作服务中心"];

test.each([
  ["short1!", "identity.password_short"],
  ["密码很短", "identity.password_short"],
  ["x".repeat(201), "identity.password_long"],
  ["password123", "identity.password_common"],
  ["Password2026!", "identity.password_common"],
  ["woaini1314520", "identity.password_common"],
  ["13800138000", "identity.password_common"],
  ["1990-01-01 1990", "identity.password_common"],
  ["1234567890", "identity.password_common"],
  ["abcdefghijkl", "identity.password_common"],
  ["aaaaaaaaaaaa", "identity.password_common"],
  ["abcabcabcabc", "identity.password_common"],
  ["he.jing@example.org", "identity.password_personal"],
  ["hejing-he.jing1", null],
  ["青云社会工作服务中心1", "identity.password_personal"],
  ["example2026", "identity.password_personal"],
  ["correct horse battery", null],
  ["小猫爱吃西红柿炒鸡蛋", null],
  ["password-kangaroo-lighthouse", null],
])("%s", (password, fault) => {
  expect(judgePassword(password, about)).toBe(fault);
});
