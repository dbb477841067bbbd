import type { Locale } from "#model/fields.ts";
import { type Machine, writeMachine } from "./bench-machine.ts";
import { ownName, type PageFigures, type Timing } from "./bench-pages.ts";
import { transferKinds } from "./bench-server.ts";
import { writeTable } from "./bench-table.ts";
import type { PageType } from "./bench-targets.ts";
import { conditions } from "./bench-visit.ts";

export interface PagesReport {
  machine: Machine;
  conditions: typeof conditions;
  runs: number;
  pages: PageFigures[];
  ratios: PageRatio[];
}

/** Our figure through a peer's, column by column; null where the peer's is 0, and 1 where ours is 0 too. */
export interface PageRatio {
  type: PageType;
  locale: Locale;
  peer: string;
  columns: Record<string, number | null>;
  /** Columns of time in which some of our runs took less than some of the peer's, and the other way round. */
  overlapping: string[];
}

interface Column {
  name: string;
  read(page: PageFigures): number;
  show(value: number): string;
  timing?: Timing;
}

const whole = new Intl.NumberFormat("en", { maximumFractionDigits: 0 }).format;

const columns: Column[] = [
  { name: "requests", read: (page) => page.requests, show: whole },
  ...[...transferKinds, "all" as const].map((kind): Column => ({ name: kind, read: (page) => page.bytes[kind], show: whole })),
  { name: "LCP", read: (page) => page.lcp, show: whole, timing: "lcp" },
  { name: "CLS", read: (page) => page.cls, show: (value) => value.toFixed(3) },
  { name: "DCL", read: (page) => page.domContentLoaded, show: whole, timing: "domContentLoaded" },
  { name: "CPU", read: (page) => page.cpu, show: whole, timing: "cpu" },
];

export function makePagesReport(pages: PageFigures[], runs: number, machine: Machine): PagesReport {
  const ratios = pages.flatMap((page): PageRatio[] => {
    const ours = pages.find((one) => one.generator === ownName && one.type === page.type && one.locale === page.locale);
    if (!ours || ours === page) return [];
    const compared = columns.map(({ name, read }) => [name, compare(read(ours), read(page))] as const);
    const overlapping = columns.flatMap(({ name, timing }) => (timing && overlap(ours.spread[timing], page.spread[timing]) ? [name] : []));
    return [{ type: page.type, locale: page.locale, peer: page.generator, columns: Object.fromEntries(compared), overlapping }];
  });
  return { machine, conditions, runs, pages, ratios };
}

function overlap([least, most]: [number, number], [otherLeast, otherMost]: [number, number]): boolean {
  return least <= otherMost && otherLeast <= most;
}

function compare(ours: number, theirs: number): number | null {
  if (theirs === 0) return ours === 0 ? 1 : null;
  return ours / theirs;
}

/** Writes the report as plain text. */
export function writePagesReport({ machine, runs, pages, ratios }: PagesReport): string {
  const names = columns.map((one) => one.name);
  const figures = pages.map((page) => [page.type, page.locale, page.generator, ...columns.map(({ read, show }) => show(read(page)))]);
  return [
    writeTable([["page", "", "", ...names], ...figures], [0, 1, 2]),
    `${writeMachine(machine, runs)} Bytes after gzip with their heads; milliseconds. Opened in Chromium as on a phone: CPU ${conditions.cpu} times slower, 1.6 Mbit/s down, 750 kbit/s up, ${conditions.network.latency} ms before each answer, nothing kept. DCL is DOMContentLoaded, CPU what the page's thread worked, not slowed.`,
    ...describeAhead(pages),
    `Opened: ${pages.flatMap(({ generator, path }) => (generator === ownName ? [path] : [])).join(" ")}`,
    ...(ratios.length > 0 ? ["", ...writeRatios(ratios)] : []),
  ].join("\n");
}

function describeAhead(pages: readonly PageFigures[]): string[] {
  return [...Map.groupBy(pages, (one) => one.generator)].flatMap(([generator, own]) => {
    const [most] = own.toSorted((a, b) => b.ahead.bytes - a.ahead.bytes);
    if (!most || most.ahead.requests === 0) return [];
    return [
      `Not counted: ${generator} fetches other pages ahead, up to ${whole(most.ahead.bytes)} bytes in ${whole(most.ahead.requests)} requests.`,
    ];
  });
}

function writeRatios(ratios: readonly PageRatio[]): string[] {
  const names = columns.map((one) => one.name);
  const show = (ratio: number | null | undefined) => (typeof ratio === "number" ? ratio.toFixed(2) : "more");
  const rows = ratios.map(({ type, locale, peer, columns: own }) => [
    type,
    locale,
    `Sopbook / ${peer}`,
    ...names.map((name) => show(own[name])),
  ]);
  const exceeded = ratios.flatMap(({ type, locale, peer, columns: own, overlapping }) =>
    names
      .filter((name) => own[name] === null || Number(own[name]) > 1)
      .map(
        (name) =>
          `${name} of ${type}, ${locale}, beside ${peer}: ${show(own[name])}${overlapping.includes(name) ? ", but the runs overlap" : ""}`,
      ),
  );
  return [
    writeTable([["page", "", "", ...names], ...rows], [0, 1, 2]),
    exceeded.length === 0
      ? "Sopbook is nowhere higher."
      : `Sopbook is higher in ${exceeded.length} cells:\n${exceeded.map((one) => `  ${one}`).join("\n")}`,
  ];
}
