import { z } from "zod";
import { type CollectionName, reference, text } from "#model/fields.ts";

/** The path of a file of the handbook, relative to the document, with an optional `#anchor`. */
const link = () => text().meta({ attribute: "link" });
const image = () => text().meta({ attribute: "image" });
const flag = () => z.literal(true, "takes no value").optional();

export interface Component {
  attributes: z.ZodObject;
  /** The only component it may stand in. */
  parent?: string;
  /** The only component that may stand in it. */
  only?: string;
  /** It stands alone, without text inside. */
  empty?: boolean;
}

/** The components of content with the attributes they take; `components/content/<Name>.astro` shows each. */
export const components = {
  /** What the rep says. */
  Say: { attributes: z.strictObject({ consent: flag() }) },
  /** What the rep asks. */
  Ask: { attributes: z.strictObject({}) },
  /** What to listen for. */
  Listen: { attributes: z.strictObject({}) },
  /** How the customer may react; holds `When`. */
  Branch: { attributes: z.strictObject({}), only: "When" },
  /** One reaction and what comes next: a step, a document, or an outcome of the script. */
  When: {
    attributes: z.strictObject({ says: text(), to: link().optional(), outcome: text().optional() }),
    parent: "Branch",
  },
  Do: { attributes: z.strictObject({}) },
  Dont: { attributes: z.strictObject({}) },
  Note: { attributes: z.strictObject({ title: text().optional() }) },
  Warning: { attributes: z.strictObject({ title: text().optional() }) },
  /** An ordered list shown as steps. */
  Steps: { attributes: z.strictObject({}) },
  /** A list whose ticks the browser remembers. */
  Checklist: { attributes: z.strictObject({ title: text().optional() }) },
  Tabs: { attributes: z.strictObject({}), only: "Tab" },
  Tab: { attributes: z.strictObject({ label: text() }), parent: "Tabs" },
  Figure: { attributes: z.strictObject({ src: image(), alt: text(), caption: text().optional() }), empty: true },
  /** A figure of a KPI, taken from its document. */
  KpiValue: {
    attributes: z.strictObject({ kpi: reference("kpis"), show: z.enum(["target", "green", "amber", "example"]).default("target") }),
    empty: true,
  },
  /** A link with the title and summary of its target. */
  DocLink: { attributes: z.strictObject({ to: link() }), empty: true },
  /** A word of the glossary with its definition. */
  Term: { attributes: z.strictObject({ id: reference("terms") }) },
  /** The formula of a KPI. */
  Formula: { attributes: z.strictObject({ kpi: reference("kpis") }), empty: true },
} satisfies Record<string, Component>;

export type ComponentName = keyof typeof components;

export function isComponentName(name: string): name is ComponentName {
  return Object.hasOwn(components, name);
}

type AttributeTarget = "link" | "image" | CollectionName;

/** What a component's attribute leads to: a file, an image, or a document of a collection. */
export function attributeTarget(component: ComponentName, attribute: string): AttributeTarget | undefined {
  return targets.get(component)?.get(attribute);
}

const targets = new Map(
  Object.entries(components as Record<string, Component>).map(([name, { attributes }]) => {
    const found = Object.entries(attributes.shape).map(([attribute, schema]) => [attribute, readTarget(schema as z.ZodType)] as const);
    return [name, new Map(found)] as const;
  }),
);

function readTarget(schema: z.ZodType): AttributeTarget | undefined {
  let one = schema;
  while (one instanceof z.ZodOptional || one instanceof z.ZodDefault) one = one.unwrap() as z.ZodType;
  const meta = one.meta() as { attribute?: "link" | "image"; reference?: CollectionName[] } | undefined;
  return meta?.attribute ?? meta?.reference?.[0];
}
