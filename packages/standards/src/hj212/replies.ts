import { StandardRefusal } from '../refusal.ts';
import type { FrameDraft } from './encode.ts';
import { versionOfEdition } from './flag.ts';
import type { Hj212Frame } from './frame.ts';
import { EXE_RETURNS, QN_RETURNS } from './protocol.table.ts';

/** System type of answers. */
const INTERACTION = '91';

function answer(frame: Hj212Frame, cn: string, cp: FrameDraft['cp']): FrameDraft {
  const version = frame.flag?.version ?? versionOfEdition(frame.edition ?? '2017');
  const flag = frame.edition === '2005' && !frame.flag ? null : { answer: false, packets: false, version };
  return { qn: frame.qn, st: INTERACTION, cn, pw: frame.pw, mn: frame.mn, flag, cp };
}

/** Answer 9011 to a request, with QnRtn. Errors: `unknown-item` for a code of no meaning. @source HJ 212-2017 6.6.3 */
export function requestAnswer(frame: Hj212Frame, qnRtn: number): FrameDraft {
  if (!Object.hasOwn(QN_RETURNS, String(qnRtn)))
    throw new StandardRefusal('unknown-item', 'QnRtn', `没有请求返回代码 ${qnRtn}`);
  return answer(frame, '9011', [[['QnRtn', String(qnRtn)]]]);
}

/** Answer 9012 after execution, with ExeRtn. Errors: `unknown-item` for a code of no meaning. @source HJ 212-2017 6.6.2 */
export function executionResult(frame: Hj212Frame, exeRtn: number): FrameDraft {
  if (!Object.hasOwn(EXE_RETURNS, String(exeRtn)))
    throw new StandardRefusal('unknown-item', 'ExeRtn', `没有执行返回代码 ${exeRtn}`);
  return answer(frame, '9012', [[['ExeRtn', String(exeRtn)]]]);
}

/** Answer 9013 to a notice. @source HJ 212-2017 6.6.5 */
export function noticeAnswer(frame: Hj212Frame): FrameDraft {
  return answer(frame, '9013', []);
}

/** Answer 9014 to uploaded data. @source HJ 212-2017 6.6.5 */
export function dataAnswer(frame: Hj212Frame): FrameDraft {
  return answer(frame, '9014', []);
}

/** Key under which the same message sent again is found: MN, QN, CN and PNO. null without a QN. */
export function resendKey(frame: Hj212Frame): string | null {
  return frame.qn === null ? null : [frame.mn ?? '', frame.qn, frame.cn ?? '', frame.pno ?? ''].join(' ');
}
