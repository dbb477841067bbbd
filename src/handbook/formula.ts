import jsep from "jsep";

/** A formula as a tree: numbers, names of inputs, and the four operations, powers and signs. */
export type Formula =
  | { kind: "number"; value: number; raw: string }
  | { kind: "name"; name: string }
  | { kind: "sign"; inner: Formula }
  | { kind: "operation"; operator: Operator; left: Formula; right: Formula };
export type Operator = "+" | "-" | "*" | "/" | "^";

const binary: Record<string, [precedence: number, rightAssociative?: boolean]> = { "+": [9], "-": [9], "*": [10], "/": [10], "^": [11, true] };
jsep.removeAllBinaryOps();
jsep.removeAllUnaryOps();
jsep.removeAllLiterals();
for (const [operator, [precedence, rightAssociative]] of Object.entries(binary)) jsep.addBinaryOp(operator, precedence, rightAssociative);
jsep.addUnaryOp("-");

/** Parses a formula; throws with a reason where it holds more than names, numbers, + - * / ^ and brackets. */
export function parseFormula(text: string): Formula {
  let expression: jsep.Expression;
  try {
    expression = jsep(text);
  } catch (cause) {
    const { description = "it can't be read", index } = cause as { description?: string; index?: number };
    const reason = description.charAt(0).toLowerCase() + description.slice(1);
    throw new Error(index === undefined ? reason : `${reason} at character ${index + 1}`, { cause });
  }
  return convert(expression);
}

function convert(node: jsep.Expression): Formula {
  switch (node.type) {
    case "Literal": {
      const { value, raw } = node as jsep.Literal;
      if (typeof value === "number") return { kind: "number", value, raw };
      throw new Error(`${raw} is not a number`);
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
      throw new Error((node as jsep.Compound).body.length === 0 ? "it is empty" : "an operator is missing between two parts");
    default:
      throw new Error("it holds more than names, numbers, + - * / ^ and brackets");
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

/** Rounds as an expected value is written: 28.6 has one decimal, so 28.571… gives 28.6. */
export function roundLike(value: number, expected: number): number {
  const decimals = String(expected).split(".")[1]?.length ?? 0;
  return Number(value.toFixed(decimals));
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
      return `<mtext>${escape(labels[formula.name] ?? formula.name)}</mtext>`;
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
      return labels[formula.name] ?? formula.name;
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

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
