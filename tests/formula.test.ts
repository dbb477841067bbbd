import { expect, test } from "vitest";
import { evaluateFormula, listNames, parseFormula, roundLike, toMathml, toText } from "#handbook/formula.ts";

test.each([
  ["won / (won + lost) * 100", { won: 2, lost: 5 }, (2 / 7) * 100],
  ["a + b * c", { a: 1, b: 2, c: 3 }, 7],
  ["a - b - c", { a: 9, b: 2, c: 3 }, 4],
  ["a / b / c", { a: 12, b: 2, c: 3 }, 2],
  ["a ^ b ^ c", { a: 2, b: 3, c: 2 }, 512],
  ["-a ^ 2", { a: 3 }, 9],
  ["a - -b", { a: 1, b: 2 }, 3],
  ["1.5e2 + .5", {}, 150.5],
  ["a / b", { a: 1, b: 0 }, Number.POSITIVE_INFINITY],
  ["a / b", { a: 0, b: 0 }, Number.NaN],
  ["a + b", { a: 1 }, Number.NaN],
  ["constructor + toString", {}, Number.NaN],
])("computes %s", (text, inputs: Record<string, number>, result) => {
  const { formula, reason } = parseFormula(text);
  expect(reason).toBeUndefined();
  expect(evaluateFormula(formula, inputs)).toBe(result);
});

test.each([
  ["", "it is empty"],
  ["won / (won + lost", "it stops in the middle"],
  ["won +", "it stops in the middle"],
  ["won lost", "an operator is missing between two parts"],
  ["1,000 * won", "an operator is missing between two parts"],
  ["won % lost", '"%" at character 5 can\'t stand there'],
  ["won = lost", '"=" at character 5 can\'t stand there'],
  ["won)", '")" at character 4 can\'t stand there'],
  ["+won", '"+" at character 1 can\'t stand there'],
  ["3a", '"a" at character 2 can\'t stand there'],
  ["'won'", "'won' is not a number"],
  ["process.exit(0)", "it holds more than names, numbers, + - * / ^ and brackets"],
  ["won ? 1 : 2", "it holds more than names, numbers, + - * / ^ and brackets"],
  ["[won]", "it holds more than names, numbers, + - * / ^ and brackets"],
  ["this", "it holds more than names, numbers, + - * / ^ and brackets"],
  ["(".repeat(100_000), "its brackets lie too deep in one another"],
  [`${"1+".repeat(100_000)}1`, "its brackets lie too deep in one another"],
])("says why %j can't be computed", (text, reason) => {
  expect(parseFormula(text)).toEqual({ formula: { kind: "name", name: text }, reason });
});

test("names the inputs that a formula uses", () => {
  expect([...listNames(parseFormula("(won + 赢单) / -won ^ 2").formula)]).toEqual(["won", "赢单"]);
});

test.each([
  [28.5714, 28.6, 28.6],
  [28.5714, 29, 29],
  [0.285 * 100, 29, 29],
  [1.005, 1.01, 1.01],
  [0.1 + 0.2, 0.3, 0.3],
  [-2.5, -3, -3],
  [1.5e-7, 1.5e-7, 1.5e-7],
  [123456789.4, 123456789, 123456789],
  [Number.POSITIVE_INFINITY, 1, Number.POSITIVE_INFINITY],
  [Number.NaN, 1, Number.NaN],
])("rounds %s as %s is written", (value, expected, rounded) => {
  expect(roundLike(value, expected)).toBe(rounded);
});

test.each([
  ["won / (won + lost) * 100", "deals won ÷ (deals won + lost) × 100"],
  ["a - (b - c)", "a − (b − c)"],
  ["(a - b) - c", "a − b − c"],
  ["(a ^ b) ^ c", "(a ^ b) ^ c"],
  ["a ^ b ^ c", "a ^ b ^ c"],
  ["-(a + b)", "−(a + b)"],
  ["constructor", "constructor"],
])("writes %s as a line of text", (text, line) => {
  expect(toText(parseFormula(text).formula, { won: "deals won" })).toBe(line);
});

test("writes a formula as MathML, with labels and without any of their markup", () => {
  const { formula } = parseFormula("won / (won + lost) * 100 - x ^ 2");
  expect(toMathml(formula, { won: "deals <b>won</b>", lost: "A & B" })).toBe(
    '<math display="block"><mrow><mrow><mfrac><mtext>deals &lt;b&gt;won&lt;/b&gt;</mtext>' +
      "<mrow><mtext>deals &lt;b&gt;won&lt;/b&gt;</mtext><mo>+</mo><mtext>A &amp; B</mtext></mrow></mfrac>" +
      "<mo>×</mo><mn>100</mn></mrow><mo>−</mo><msup><mtext>x</mtext><mn>2</mn></msup></mrow></math>",
  );
});
