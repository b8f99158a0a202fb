import { type Verb, verbCodes, verbs } from './issues/loop.table.ts';

const verbLabels = Object.fromEntries(verbCodes.map((verb: Verb) => [`issue.${verb}`, verbs[verb].label]));

/** Kinds of event in the journal with their Chinese names. */
export const eventLabels: Readonly<Record<string, string>> = {
  ...verbLabels,
  'issue.raise': '上报',
  'issue.handDown': '下发',
  'issue.import': '导入',
  'issue.dueSoon': '临期提醒',
  'issue.overdue': '超期',
  'issue.rateByReporter': '反映人评价',
  'post.save': '岗位设置',
  'post.handOver': '岗位交接',
  'term.start': '任职',
  'term.end': '卸任',
  'term.cancel': '撤销任职',
  'term.correct': '更正任期',
  'post.duties': '岗位职责',
  'place.showPhones': '公开电话设置',
  'place.save': '地点维护',
  'places.import': '地点导入',
  'zone.save': '片区设置',
  'reach.save': '河段设置',
  'person.save': '人员维护',
  'account.create': '开通账号',
  'account.disable': '停用账号',
  'account.enable': '恢复账号',
  'account.resetPassword': '重设密码',
  'account.changePassword': '修改密码',
  'account.lock': '账号锁定',
  'account.twoFactorOn': '开启两步验证',
  'account.twoFactorOff': '关闭两步验证',
  'session.start': '登录',
  'session.end': '退出',
  'session.revoke': '撤销登录',
};

export const eventLabel = (kind: string): string => eventLabels[kind] ?? kind;
