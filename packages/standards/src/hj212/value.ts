/** Whether a text is a decimal number: sign, digits, at most one point, a short exponent. */
export function isNumber(text: string): boolean {
  let digits = 0;
  let points = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57) digits += 1;
    else if (code === 46) points += 1;
    else if (code === 69 || code === 101)
      return digits > 0 && points < 2 && /^[eE][+-]?\d{1,3}$/.test(text.slice(i));
    else if (i > 0 || (code !== 43 && code !== 45)) return false;
  }
  return digits > 0 && points < 2;
}
