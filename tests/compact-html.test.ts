import { expect, test } from "vitest";
import { compactHtml, hole, silentHole } from "../scripts/compact-html.ts";

test.each([
  ["at the edges of blocks", '<ul> <li> <a href="/"> Home </a> </li> <li>\n</li> </ul>', '<ul><li><a href="/">Home</a></li><li></li></ul>'],
  ["but one space between words and inline elements", "<p>a  b <b> c</b> <i>d </i> e</p>", "<p>a b <b>c</b> <i>d</i> e</p>"],
  ["nothing within a word", "<p>a<b>b </b><i>c</i></p>", "<p>a<b>b </b><i>c</i></p>"],
  ["around what is written later, where it may be words", `<p> ${hole} ${hole} </p>`, `<p>${hole} ${hole}</p>`],
  ["between the items of a list", `<dl> ${hole} ${hole} <div> </div> ${hole} </dl>`, `<dl>${hole}${hole}<div></div>${hole}</dl>`],
  [
    "beside elements whose attributes come later",
    `<ol${hole}> <li${hole}> <a${hole}> a </a> </li> ${hole} ${hole} </ol>`,
    `<ol${hole}><li${hole}><a${hole}>a</a></li>${hole}${hole}</ol>`,
  ],
  ["past what writes nothing", ` ${silentHole}<p> a</p>`, `${silentHole}<p>a</p>`],
  ["beside what is filled in the browser, nothing", "<p> <span></span> <b>a</b></p>", "<p><span></span> <b>a</b></p>"],
  ["in a button, not beside it", "<p>a <button> b </button> c</p>", "<p>a <button>b</button> c</p>"],
  [
    "in a picture, not beside it",
    '<a> <svg viewBox="0 0 2 2"> <path d="M0 0"></path> </svg> a</a>',
    '<a> <svg viewBox="0 0 2 2"><path d="M0 0"></path></svg> a</a>',
  ],
  ["beside pictures in a line, nothing", '<p>a <img alt=""> <input> b</p>', '<p>a <img alt=""> <input> b</p>'],
  ["in preformatted text, nothing", "<div> <pre> a\n\n  <b> b </b></pre> </div>", "<div><pre> a\n\n  <b> b </b></pre></div>"],
  ["in attributes, nothing", '<p title="a  > b"> c </p>', '<p title="a  > b">c</p>'],
  ["and no other space", "<p>\u00a0a\u3000 b\u200b </p>", "<p>\u00a0a\u3000 b\u200b</p>"],
  ["beside a lone bracket, but one", "<p>1  < 2 </p>", "<p>1 < 2</p>"],
])("takes out white space %s", (_, html, compact) => {
  expect(compactHtml(html)).toBe(compact);
});
