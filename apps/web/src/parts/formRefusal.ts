import { ServerRefusal } from '@qingshan/contract';
import type { FormInstance } from 'antd';

/** Puts the server's sentences beside their fields; true when at least one field took its sentence. */
export function showBesideFields(form: FormInstance, error: unknown, known: readonly string[]): boolean {
  if (!(error instanceof ServerRefusal) || !error.problem.fields) return false;
  const entries = Object.entries(error.problem.fields).map(([path, sentence]) => ({
    path: path.replace(/^body\./, '').split('.'),
    sentence,
  }));
  const mine = entries.filter(({ path }) => known.includes(path[0] ?? '') || known.includes(path.join('.')));
  form.setFields(
    mine.map(({ path, sentence }) => ({
      name: path.map((part) => (/^\d+$/.test(part) ? Number(part) : part)),
      errors: [sentence],
    })) as never,
  );
  return mine.length > 0;
}
