import { expect, test } from "vitest";
import { type Message, readMessage, readName } from "#history/message.ts";

const cases: [does: string, message: string, expected: Message][] = [
  ["a plain message", "Mend the price\n\nBecause it was wrong.\n", { subject: "Mend the price", request: undefined }],
  ["a subject of two lines", "Mend the\nprice\n", { subject: "Mend the price", request: undefined }],
  [
    "GitHub's merge",
    "Merge pull request #7 from example/price\n\nMend the price",
    { subject: "Mend the price", request: { kind: "pull", number: 7 } },
  ],
  [
    "GitHub's merge without a title",
    "Merge pull request #7 from example/price\n",
    { subject: "Merge pull request #7 from example/price", request: { kind: "pull", number: 7 } },
  ],
  ["GitHub's squash", "Mend the price (#12)\n\n* wip\n", { subject: "Mend the price", request: { kind: "pull", number: 12 } }],
  [
    "GitHub's revert",
    'Revert "Mend the price (#12)" (#15)',
    { subject: 'Revert "Mend the price (#12)"', request: { kind: "pull", number: 15 } },
  ],
  ["a number in the middle", "Mend (#12) the price", { subject: "Mend (#12) the price", request: undefined }],
  ["a number that is none", "Mend the price (#12345678901)", { subject: "Mend the price (#12345678901)", request: undefined }],
  [
    "GitLab's merge",
    "Merge branch 'price' into 'main'\n\nMend the price\n\nCloses #3\n\nSee merge request example/handbook!34",
    { subject: "Mend the price", request: { kind: "merge", number: 34 } },
  ],
  [
    "GitLab's merge without a title",
    "Merge branch 'price' into 'main'\n\nSee merge request !34",
    { subject: "Merge branch 'price' into 'main'", request: { kind: "merge", number: 34 } },
  ],
  [
    "GitLab's squash",
    "Mend the price\n\nSee merge request example/handbook!34\n",
    { subject: "Mend the price", request: { kind: "merge", number: 34 } },
  ],
  ["a number of GitLab in the subject", "修改价格 (!34)", { subject: "修改价格", request: { kind: "merge", number: 34 } }],
  [
    "a branch that was merged by hand",
    "Merge branch 'price'\n\nConflicts were many",
    { subject: "Merge branch 'price'", request: undefined },
  ],
];

const translated: [message: string, translations: Message["translations"]][] = [
  ["Mend the price\n\nSubject-zh-CN: 改正价格\nReviewed-by: Li Wei <li@example.com>\n", { "zh-CN": "改正价格" }],
  ["改正价格 (#12)\r\n\r\nsubject-EN:  Mend the price \r\n", { en: "Mend the price" }],
  ["Mend\n\nSubject-en: Mend the price\nSubject-zh-CN: 改正价格", { "zh-CN": "改正价格", en: "Mend the price" }],
  ["Mend\n\nSubject-zh-CN:\nSubject-fr: Le prix\nSubject: none\nsee Subject-en: none", undefined],
  ["Mend\n\nSubject-en: \u202eecirp\u0007 <script>", { en: "ecirp <script>" }],
];

test.for(translated)("reads what %j is called in other languages", ([message, translations]) => {
  expect(readMessage(message).translations).toEqual(translations);
});

test.for(cases)("reads %s", ([, message, expected]) => {
  expect(readMessage(message)).toEqual(expected);
});

test("reads a name without end in no time", () => {
  const name = "a".repeat(500_000);
  expect(readName(`${name} <${"<".repeat(500_000)}`)).toBe(name);
});
