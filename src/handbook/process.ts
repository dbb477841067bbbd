import { type Card, describeCard } from "#handbook/card.ts";
import { listStages } from "#handbook/order.ts";
import type { Handbook } from "#handbook/handbook.ts";
import { describeReadMark, type ReadMark } from "#handbook/last-read.ts";
import type { Document } from "#model/document.ts";
import type { Locale } from "#model/fields.ts";

/** One stage in the picture of the process. */
export interface StageView extends Card {
  read: ReadMark | undefined;
  order: number;
  entry: string[];
  exit: string[];
  firstTouch: string;
  maxAge: string | undefined;
  /** Chance to win, in percent. */
  probability: number | undefined;
  /** Where a deal may go from here other than to the stage after it. */
  detours: { order: number; title: string; path: string; when: string }[];
}

/** Describes the sales process as its stages say it, in their order. */
export function describeProcess(handbook: Handbook, locale: Locale): StageView[] {
  const stages = listStages(handbook, locale);
  const cards = new Map(stages.map((one) => [one.address.id, { ...describeCard(handbook.settings, one, locale), order: one.data.order }]));
  return stages.map((stage, index) => ({
    ...describeStage(stage, stages[index + 1]?.address.id, cards),
    read: describeReadMark(handbook, stage),
  }));
}

type NumberedCard = Card & { order: number };

function describeStage(
  { address, data }: Document<"stages">,
  following: string | undefined,
  cards: ReadonlyMap<string, NumberedCard>,
): Omit<StageView, "read"> {
  const card = cards.get(address.id);
  if (!card) throw new Error(`The stage "${address.id}" has no card.`);
  return {
    ...card,
    entry: data.entry.map((one) => one.text),
    exit: data.exit.map((one) => one.text),
    firstTouch: data.followUp.firstTouch,
    maxAge: data.maxAge,
    probability: data.crm?.probability,
    detours: (data.next ?? []).flatMap(({ to, when }) => {
      const target = cards.get(to);
      return target && to !== following ? [{ order: target.order, title: target.title, path: target.path, when }] : [];
    }),
  };
}
