const KEY = 'qingshan.county';

/** County of the last person signed in here: where the public pages of this machine look first. */
export function rememberCounty(code: string): void {
  localStorage.setItem(KEY, code);
}

export function rememberedCounty(): string | null {
  const code = localStorage.getItem(KEY);
  return code && /^\d{6}$/.test(code) ? code : null;
}
