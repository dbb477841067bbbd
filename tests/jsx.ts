import type { CompiledBody } from "#source/compile.ts";

/** What a compiled body is run with in tests: components are shown as tags of their name. */
class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Props = Record<string, unknown>;
type Component = (props: Props) => Html;

/** Runs what `compileBody` gives and returns the HTML that it makes. */
export function runBody(compiled: CompiledBody): string {
  if ("html" in compiled) return compiled.html.replace(/\s*\n\s*/g, "");
  const { code } = compiled;
  const Fragment = ({ children, "set:html": html }: Props) => new Html(typeof html === "string" ? html : show(children));
  const jsx = (type: string | Component, props: Props) => (typeof type === "string" ? showTag(type, props) : type(props));
  const { default: Content } = new Function(code)({ Fragment, jsx, jsxs: jsx }) as { default: Component };
  const names = new Set(code.match(/\b[A-Z]\w*/g));
  const components = { ...Object.fromEntries([...names].map((name) => [name, (props: Props) => showTag(name, props)])), Fragment };
  return Content({ components }).text.replace(/\s*\n\s*/g, "");
}

function showTag(name: string, { children, ...attributes }: Props): Html {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escape(String(value))}"`);
  return new Html(`<${name}${written.join("")}>${show(children)}</${name}>`);
}

function show(child: unknown): string {
  if (Array.isArray(child)) return child.map(show).join("");
  return child instanceof Html ? child.text : escape(String(child ?? ""));
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
