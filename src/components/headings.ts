import type { DocumentPage } from "#handbook/document-page.ts";
import { kpiWords } from "#i18n/facts/kpis.ts";
import { objectionWords } from "#i18n/facts/objections.ts";
import { pathWords } from "#i18n/facts/paths.ts";
import { roleWords } from "#i18n/facts/roles.ts";
import { scriptWords } from "#i18n/facts/scripts.ts";
import { stageWords } from "#i18n/facts/stages.ts";
import { variableWords } from "#i18n/facts/variables.ts";
import type { CollectionName } from "#model/fields.ts";

export interface Heading {
  id: string;
  title: string;
  depth: number;
}

/** The headings of a document's page in order: those of its facts and what is to be filled in, those of its text, and those of the facts after it. */
export function listHeadings(page: DocumentPage): Heading[] {
  const { before, after } = listFactHeadings(page);
  const text = page.contents.map(({ slug, text, depth }) => ({ id: slug, title: text, depth }));
  const variables = list(["factVariables", variableWords[page.lang].title, Object.keys(page.data.variables ?? {}).length]);
  return [...before, ...variables, ...text, ...after];
}

interface FactHeadings {
  /** Those above the text of the document. */
  before: Heading[];
  after: Heading[];
}

function listFactHeadings(page: DocumentPage): FactHeadings {
  if (isPageOf(page, "stages")) return listStageHeadings(page);
  if (isPageOf(page, "scripts")) return listScriptHeadings(page);
  if (isPageOf(page, "objections")) return listObjectionHeadings(page);
  if (isPageOf(page, "kpis")) return listKpiHeadings(page);
  if (isPageOf(page, "paths")) return { before: list(["factTimeline", pathWords[page.lang].timeline]), after: [] };
  if (isPageOf(page, "roles")) return listRoleHeadings(page);
  return { before: [], after: [] };
}

function isPageOf<C extends CollectionName>(page: DocumentPage, collection: C): page is DocumentPage<C> {
  return page.collection === (collection as CollectionName);
}

/** Leaves out headings of fields that the document does not have. The capital letter of an id keeps it apart from the headings of the text. */
function list(...headings: (readonly [id: string, title: string, present?: unknown])[]): Heading[] {
  return headings.flatMap(([id, title, ...present]) => (present.length > 0 && !present[0] ? [] : [{ id, title, depth: 2 }]));
}

function listStageHeadings({ data, lang }: DocumentPage<"stages">): FactHeadings {
  const words = stageWords[lang];
  return {
    before: list(
      ["factEnter", words.enter],
      ["factDo", words.do],
      ["factHear", words.hear, data.objections],
      ["factLeave", words.leave],
      ["factNext", words.next],
      ["factFollowUp", words.followUp],
      ["factDisqualify", words.disqualify, data.disqualify],
    ),
    after: list(["factRisks", words.risks, data.risks], ["factReference", words.reference]),
  };
}

function listScriptHeadings({ data, lang }: DocumentPage<"scripts">): FactHeadings {
  const words = scriptWords[lang];
  return {
    before: list(["factPrepare", words.prepare, data.prepare]),
    after: list(
      ["factOutcomes", words.outcomes],
      ["factDoNotSay", words.doNotSay, data.doNotSay],
      ["factCompliance", words.compliance, data.compliance],
    ),
  };
}

function listObjectionHeadings({ data, lang }: DocumentPage<"objections">): FactHeadings {
  const words = objectionWords[lang];
  return {
    before: list(
      ["factSays", words.says],
      ["factClarify", words.clarify],
      ["factShort", words.short],
      ["factProof", words.proof, data.proof],
      ["factNext", words.nextStep],
    ),
    after: list(["factWhere", words.where]),
  };
}

function listKpiHeadings({ data, lang }: DocumentPage<"kpis">): FactHeadings {
  const words = kpiWords[lang];
  return {
    before: list(
      ["factThresholds", words.thresholds, data.thresholds],
      ["factFormula", words.formula],
      ["factConfused", words.confusedWith, data.confusedWith],
    ),
    after: list(["factReading", words.reading]),
  };
}

function listRoleHeadings({ data, lang }: DocumentPage<"roles">): FactHeadings {
  const words = roleWords[lang];
  return {
    before: list(
      ["factDoes", words.does],
      ["factDecides", words.decides, data.decides],
      ["factReads", words.reads],
      ["factKpis", words.kpis, data.kpis],
      ["factTools", words.tools, data.tools],
      ["factCompetencies", words.competencies, data.competencies],
    ),
    after: [],
  };
}
