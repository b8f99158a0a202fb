import { Refusal, type SignedInContext } from '../../../platform/index.ts';

export async function importPlacesAs(_context: SignedInContext): Promise<{
  added: number;
  changed: number;
  unchanged: number;
  refused: { row: number; column: string; reason: string }[];
}> {
  throw new Refusal('step-not-possible', '导入功能还在准备');
}
