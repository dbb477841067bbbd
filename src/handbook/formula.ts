import jsep from "jsep";

/** A formula as a tree: numbers, names of inputs, and the four operations, powers and signs. */
export type Formula =
  | { kind: "number"; value: number; raw: string }
  | { kind: "name"; name: string }
  | { kind: "sign"; inner: Formula }
  | { kind: "operation"; operator: Operator; left: Formula; right: Formula };
export type Operator = "+" | "-" | "*" | "/" | "^";

const binary: Record<string, [precedence: number, rightAssociative?: boolean]> = {
  "+": [9],
  "-": [9],
  "*": [10],
  "/": [10],
  "^": [11, true],
};
jsep.removeAllBinaryOps();
jsep.removeAllUnaryOps();
jsep.removeAllLiterals();
for (const [operator, [precedence, rightAssociative]] of Object.entries(binary)) jsep.addBinaryOp(operator, precedence, rightAssociative);
jsep.addUnaryOp("-");

/**
 * Parses a formula; one that holds more than names, numbers, + - * / ^ and brackets comes with the reason why it can't
 * be computed, and as its own text.
 */
export function parseFormula(text: string): { formula: Formula; reason?: string } {
  try {
    return { formula: convert(jsep(text)) };
  } catch (cause) {
    return { formula: { kind: "name", name: text }, reason: explain(cause as Error, text) };
  }
}

/** What can't be part of a formula. */
class Excess extends Error {}

function explain(cause: Error & { index?: number }, text: string): string {
  if (cause instanceof Excess) return cause.message;
  if (cause.index === undefined) return "its brackets lie too deep in one another";
  const stray = text.slice(cause.index).trim().charAt(0);
  return stray === "" ? "it stops in the middle" : `"${stray}" at character ${text.indexOf(stray, cause.index) + 1} can't stand there`;
}

function convert(node: jsep.Expression): Formula {
  switch (node.type) {
    case "Literal": {
      const { value, raw } = node as jsep.Literal;
      if (typeof value === "number") return { kind: "number", value, raw };
      throw new Excess(`${raw} is not a number`);
    }
    case "Identifier":
      return { kind: "name", name: (node as jsep.Identifier).name };
    case "UnaryExpression":
      return { kind: "sign", inner: convert((node as jsep.UnaryExpression).argument) };
    case "BinaryExpression": {
      const { operator, left, right } = node as jsep.BinaryExpression;
      return { kind: "operation", operator: operator as Operator, left: convert(left), right: convert(right) };
    }
    case "Compound":
      throw new Excess((node as jsep.Compound).body.length === 0 ? "it is empty" : "an operator is missing between two parts");
    default:
      throw new Excess("it holds more than names, numbers, + - * / ^ and brackets");
  }
}

/** The names of inputs that a formula uses. */
export function listNames(formula: Formula): Set<string> {
  if (formula.kind === "name") return new Set([formula.name]);
  if (formula.kind === "sign") return listNames(formula.inner);
  if (formula.kind === "operation") return new Set([...listNames(formula.left), ...listNames(formula.right)]);
  return new Set();
}

/** Computes a formula; a missing input gives NaN, a division by zero Infinity or NaN. */
export function evaluateFormula(formula: Formula, inputs: Readonly<Record<string, number>>): number {
  switch (formula.kind) {
    case "number":
      return formula.value;
    case "name":
      return Object.hasOwn(inputs, formula.name) ? (inputs[formula.name] ?? Number.NaN) : Number.NaN;
    case "sign":
      return -evaluateFormula(formula.inner, inputs);
    case "operation": {
      const left = evaluateFormula(formula.left, inputs);
      const right = evaluateFormula(formula.right, inputs);
      return compute(formula.operator, left, right);
    }
  }
}

function compute(operator: Operator, left: number, right: number): number {
  switch (operator) {
    case "+":
      return left + right;
    case "-":
      return left - right;
    case "*":
      return left * right;
    case "/":
      return left / right;
    case "^":
      return left ** right;
  }
}

/** Rounds half away from zero as an expected value is written: 28.6 has one decimal, so 28.571… gives 28.6. */
export function roundLike(value: number, expected: number): number {
  const [, fraction = "", exponent = "0"] = /^-?\d+(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(expected)) ?? [];
  const scale = 10 ** Math.max(0, fraction.length - Number(exponent));
  // Because 0.285 × 100 is 28.499999999999996.
  const scaled = Number((value * scale).toPrecision(12));
  return (Math.sign(scaled) * Math.round(Math.abs(scaled))) / scale;
}

/** Writes a formula as presentation MathML Core (https://www.w3.org/TR/mathml-core/), with the labels of its inputs. */
export function toMathml(formula: Formula, labels: Readonly<Record<string, string>>): string {
  return `<math display="block">${write(formula, labels, 0)}</math>`;
}

const signs: Record<Operator, string> = { "+": "+", "-": "−", "*": "×", "/": "÷", "^": "^" };

function write(formula: Formula, labels: Readonly<Record<string, string>>, outer: number): string {
  switch (formula.kind) {
    case "number":
      return `<mn>${escape(formula.raw)}</mn>`;
    case "name":
      return `<mtext>${escape(nameInput(formula.name, labels))}</mtext>`;
    case "sign":
      return `<mrow><mo>−</mo>${write(formula.inner, labels, 12)}</mrow>`;
    case "operation": {
      const { operator, left, right } = formula;
      if (operator === "/") return `<mfrac>${write(left, labels, 0)}${write(right, labels, 0)}</mfrac>`;
      const [precedence = 0] = binary[operator] ?? [];
      if (operator === "^") return `<msup>${write(left, labels, precedence + 1)}${write(right, labels, 0)}</msup>`;
      const inner = `${write(left, labels, precedence)}<mo>${signs[operator]}</mo>${write(right, labels, precedence + 1)}`;
      return precedence < outer ? `<mrow><mo>(</mo>${inner}<mo>)</mo></mrow>` : `<mrow>${inner}</mrow>`;
    }
  }
}

/** Writes a formula as a line of text, with the labels of its inputs: `won ÷ (won + lost) × 100`. */
export function toText(formula: Formula, labels: Readonly<Record<string, string>>, outer = 0): string {
  switch (formula.kind) {
    case "number":
      return formula.raw;
    case "name":
      return nameInput(formula.name, labels);
    case "sign":
      return `−${toText(formula.inner, labels, 12)}`;
    case "operation": {
      const [precedence = 0, rightAssociative] = binary[formula.operator] ?? [];
      const left = toText(formula.left, labels, rightAssociative ? precedence + 1 : precedence);
      const right = toText(formula.right, labels, rightAssociative ? precedence : precedence + 1);
      const line = `${left} ${signs[formula.operator]} ${right}`;
      return precedence < outer ? `(${line})` : line;
    }
  }
}

function nameInput(name: string, labels: Readonly<Record<string, string>>): string {
  return Object.hasOwn(labels, name) ? (labels[name] ?? name) : name;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
