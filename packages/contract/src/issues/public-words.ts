/** Signs that only vary the writing of a number: full-width digits, long dashes. */
const plain = (text: string): string => text.normalize('NFKC').replace(/[\u2010-\u2015\u2212]/g, '-');

const numbers: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['身份证号', /(?<!\d)\d(?:[ -]?\d){16}[ -]?[\dXx](?![\dA-Za-z])/],
  ['手机号', /(?<!\d)(?:86[ -]?)?1[3-9]\d(?:[ -]?\d){8}(?!\d)/],
  ['座机号', /(?<!\d)\(?0\d{2,3}\)?[ -]?[2-9]\d{2,3}[ -]?\d{4}(?!\d)/],
  ['座机号', /(?:电话|座机|联系|致电|拨打)[^\d\n]{0,6}[2-9]\d{2,3}[ -]?\d{4}(?!\d)/],
];

/** What kind of private number stands in a text that anyone may read: of an identity card, a mobile phone, a telephone. */
export function privateNumberIn(text: string): string | null {
  const searched = plain(text);
  return numbers.find(([, pattern]) => pattern.test(searched))?.[0] ?? null;
}

/** The sentence that refuses a public text with a private number; null when there is none. */
export function whyNotPublic(text: string): string | null {
  const found = privateNumberIn(text);
  return found && `里面有${found}，任何人都能看到，请删去后再公示`;
}
