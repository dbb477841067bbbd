/** English words that questions are full of and that say nothing of what is asked. */
const english = new Set(
  "a about after all also am an and any are as at be because been before but by can cant could did do does doesnt doing dont for from get give go had has have having he her hers him his how i if in into is isnt it its just kindly know let like make many may me might mine much must my need no of off on or our out please say should shouldnt so some someone tell than that the their them then there these they this those to too up us use very want wants was wasnt we were what whats when where which who whom whose why will with without wont would you your yours way guys guy really quite actually maybe ok okay hi hello yes well even ever such got gets".split(
    " ",
  ),
);

/** Chinese words that make a question or tie words together; longer ones first, because they are looked for in that order. */
const chinese =
  "客户说 客户问 客户嫌 客户讲 客户总说 对方说 老板说 谁能 谁来 谁可以 谁负责 该怎么办 应该怎么 有没有什么 有什么办法 什么情况下 怎么回答 怎么回复 如何回答 是什么意思 什么意思 为什么要 是不是要 怎么处理 如何处理 怎么应对 如何应对 什么时候 是怎么 怎么办 怎么做 怎么写 怎么算 怎么说 怎么样 怎么回 为什么 是什么 有什么 是多少 有多少 有哪些 是哪些 哪一个 哪个 多少 怎样 如何 怎么 什么 为何 哪些 哪里 是否 可以 能不能 可不可以 是不是 有没有 要不要 应该 应当 需要 想要 请问 一下 的话 时候 我们 你们 他们 这个 那个 如果 而且 但是 因为 所以 还是 或者 以及 关于 对于".split(
    " ",
  );

/** Single characters that mean nothing where they are a word of their own. */
const particles = new Set("的了吗呢吧啊呀么是在和与及或也都就把被该要会能谁我你您他她它有到去给让对跟");

/** A title or a customer's sentence may hold these words; they only count for less. */
export function isFunctionWord(word: string): boolean {
  return english.has(word);
}

/** Which characters of a Chinese text belong to what is asked for, and not to function words. */
export function splitQuestion(text: string): boolean[] {
  const characters = [...text];
  const telling = characters.map(() => true);
  let from = 0;
  for (const { segment } of segmenter.segment(text)) {
    if (particles.has(segment)) telling[from] = false;
    from += [...segment].length;
  }
  for (let at = 0; at < characters.length;) {
    const rest = characters.slice(at, at + 5).join("");
    const word = chinese.find((one) => rest.startsWith(one));
    if (!word) at++;
    else for (const end = at + [...word].length; at < end; at++) telling[at] = false;
  }
  return telling;
}

const segmenter = new Intl.Segmenter("zh-CN", { granularity: "word" });
