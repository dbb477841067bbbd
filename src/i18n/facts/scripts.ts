import type { Locale } from "#model/fields.ts";

const chinese = {
  goal: "谈成的样子",
  persona: "对谁说",
  recorded: "要录音：先征得同意",
  prepare: "开始之前",
  compliance: "合规底线",
  doNotSay: "这些话别说",
  instead: "换成",
  outcomes: "结果记进 CRM",
  next: "接着",
};

/** Headings and names of the facts of a script. */
export const scriptWords: Record<Locale, typeof chinese> = {
  "zh-CN": chinese,
  en: {
    goal: "It went well when",
    persona: "For",
    recorded: "Recorded: ask for consent first",
    prepare: "Before you start",
    compliance: "Rules to keep",
    doNotSay: "Do not say",
    instead: "Say instead",
    outcomes: "Outcomes and what goes into the CRM",
    next: "Then",
  },
};
