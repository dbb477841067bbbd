import { type Asked, type Figures, measure, measureKinds, type Share } from "./bench-search-figures.ts";
import type { Measured } from "./bench-search-measure.ts";
import { type Machine } from "./bench-machine.ts";
import { summarize } from "./bench-search-speed.ts";
import { writeTable } from "./bench-table.ts";
import { splits } from "./golden-queries.ts";

export interface SearchReport {
  machine: Machine;
  documents: number;
  boxes: (Omit<Measured, "asked"> & {
    overall: Record<string, Figures>;
    kinds: Record<string, Figures>;
    wait: { p50: number; p95: number };
  })[];
}

export function makeSearchReport(machine: Machine, documents: number, measured: readonly Measured[]): SearchReport {
  return {
    machine,
    documents,
    boxes: measured.map(({ asked, ...rest }) => ({
      ...rest,
      overall: measureSplits(asked),
      kinds: Object.fromEntries(measureKinds(asked)),
      wait: summarize(asked.map((one) => one.milliseconds)),
    })),
  };
}

function measureSplits(asked: readonly Asked[]): Record<string, Figures> {
  const parts = splits.map((split) => [split, asked.filter((one) => one.split === split)] as const).filter(([, own]) => own.length > 0);
  return Object.fromEntries([
    ...(parts.length > 1 ? [["all", measure(asked)] as const] : []),
    ...parts.map(([name, own]) => [name, measure(own)] as const),
  ]);
}

export function writeSearchReport({ machine, documents, boxes }: SearchReport): string {
  return [
    ...boxes.map(writeBox),
    `${documents} documents in two languages, on ${machine.cores} cores (load before: ${machine.load.toFixed(1)}). In brackets: 95 of 100 samples of as many queries lie there.`,
  ].join("\n\n");
}

function writeBox({ name, overall, kinds, probes, speeds, indexBytes, wait }: SearchReport["boxes"][number]): string {
  const rows = [...Object.entries(kinds), ...Object.entries(overall).map(([split, figures]) => [`overall, ${split}`, figures] as const)];
  const table = [
    [name, "queries", "MRR@10", "first", "first five", "empty", "wrong as exact"],
    ...rows.map(([kind, { queries, mrr, first, five, empty, wrong }]) => [
      kind,
      String(queries),
      ...[mrr, first, five, empty, wrong].map((one) => writeShare(one, kind.startsWith("overall"))),
    ]),
  ];
  return [
    writeTable(table, [0]),
    ...(probes
      ? [
          ...probes.recall.map(
            ({ locale, characters, share }, index) =>
              `Pieces of ${characters} characters, ${locale}: their page among the first ten ${writeShare(share, true)}; the first hit holds them ${writeShare(probes.literal[index]?.share, true)}`,
          ),
          `All pieces of Chinese: their page among the first ten ${writeShare(probes.chinese.recall, true)}; the first hit holds them ${writeShare(probes.chinese.literal, true)}`,
          `Titles find their page first: ${writeShare(probes.titles, true)}`,
        ]
      : []),
    `All queries, warm: p50 ${wait.p50.toFixed(0)} ms, p95 ${wait.p95.toFixed(0)} ms`,
    ...speeds.map(
      ({ slow, cold, warm, bytes }) =>
        `${slow ? "Slow (4 × CPU, 1.6 Mbit/s)" : "Quick"}: cold p50 ${cold.p50.toFixed(0)} ms, p95 ${cold.p95.toFixed(0)} ms; warm p50 ${warm.p50.toFixed(0)} ms, p95 ${warm.p95.toFixed(0)} ms; ${(bytes.median / 1000).toFixed(0)} KB in ${bytes.requests} requests to the first answer (at most ${(bytes.most / 1000).toFixed(0)} KB)`,
    ),
    `Index: ${(indexBytes / 1000).toFixed(0)} KB`,
  ].join("\n");
}

function writeShare(share: Share | undefined, interval: boolean): string {
  if (!share) return "–";
  const text = (value: number) => value.toFixed(2);
  return interval ? `${text(share.value)} (${text(share.low)}–${text(share.high)})` : text(share.value);
}
