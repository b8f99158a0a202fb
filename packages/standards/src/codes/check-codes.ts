import { isDay } from '../calendar/china-day.ts';
import { type CheckTable, GB_11643, GB_11714, GB_32100, PROVINCES } from './codes.table.ts';

/** Whether a code is right, and if not, why (Chinese sentence). */
export type CodeCheck = { readonly valid: true } | { readonly valid: false; readonly reason: string };

const VALID: CodeCheck = { valid: true };

function wrong(reason: string): CodeCheck {
  return { valid: false, reason };
}

/** Weighted sum modulo the table's modulus, or −1 when a character is not in the alphabet. */
function weighted(code: string, table: CheckTable): number {
  let sum = 0;
  for (let i = 0; i < table.weights.length; i += 1) {
    const value = table.alphabet.indexOf(code[i] as string);
    if (value < 0) return -1;
    sum += value * (table.weights[i] as number);
  }
  return sum % table.modulus;
}

/**
 * Checks a unified social credit code: 18 characters of the alphabet without I O S V Z, check = (31 − Σ c·3^i mod 31) mod 31.
 * @source GB 32100-2015
 */
export function checkCreditCode(code: string): CodeCheck {
  if (typeof code !== 'string' || code.length !== 18) return wrong('统一社会信用代码应为 18 位');
  const sum = weighted(code, GB_32100);
  if (sum < 0 || !GB_32100.alphabet.includes(code[17] as string))
    return wrong('含有不允许的字符（I O S V Z 和小写字母不用）');
  const expected = GB_32100.alphabet[(GB_32100.modulus - sum) % GB_32100.modulus];
  return code[17] === expected ? VALID : wrong('校验码不符，请核对是否抄错');
}

/** Checks an organisation code of 9 characters (a hyphen before the last is allowed): check = 11 − Σ mod 11, 10 → X, 11 → 0. @source GB 11714-1997 */
export function checkOrganisationCode(code: string): CodeCheck {
  const plain = typeof code === 'string' ? code.replace(/^(.{8})-(.)$/, '$1$2') : '';
  if (!/^[0-9A-Z]{8}[0-9X]$/.test(plain)) return wrong('组织机构代码应为 8 位数字或大写字母加 1 位校验码');
  const check = GB_11714.modulus - weighted(plain, GB_11714);
  const expected = check === 10 ? 'X' : check === 11 ? '0' : String(check);
  return plain[8] === expected ? VALID : wrong('校验码不符，请核对是否抄错');
}

/** Organisation code inside a credit code (positions 9 to 17). Check the credit code first. @source GB 32100-2015 */
export function organisationCodeOf(creditCode: string): string {
  return creditCode.slice(8, 17);
}

/**
 * Checks an identity number of 18 characters: province, date of birth, check character. A small x is read as X.
 * The number is personal data: do not log it, show it with `maskIdNumber`.
 * @source GB 11643-1999
 */
export function checkIdNumber(id: string): CodeCheck {
  const number = typeof id === 'string' ? id.toUpperCase() : '';
  if (!/^\d{17}[\dX]$/.test(number)) return wrong('身份证号应为 17 位数字加 1 位校验码');
  if (!Object.hasOwn(PROVINCES, number.slice(0, 2))) return wrong('前两位不是有效的省级代码');
  const [year, month, day] = [number.slice(6, 10), number.slice(10, 12), number.slice(12, 14)];
  if (!isDay(`${year}-${month}-${day}`) || year < '1800') return wrong('出生日期不存在');
  return number[17] === GB_11643.checks[weighted(number, GB_11643)]
    ? VALID
    : wrong('校验码不符，请核对是否抄错');
}

/** An identity number for views and logs: the first three and last two characters, the rest stars; text of another length is starred whole. */
export function maskIdNumber(id: string): string {
  if (id.length !== 18) return '*'.repeat(Math.min(id.length, 18));
  return `${id.slice(0, 3)}${'*'.repeat(13)}${id.slice(16)}`;
}
