const surnames =
  '李王张杨陈刘赵周吴黄何罗马唐谢韩邓冯曹彭曾肖田董潘袁蔡蒋余杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方白邹孟熊秦邱江尹薛段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤';
const firsts = '志国文建永德明春秀玉桂红光正家兴大少天学世仕开朝忠长福成克广荣启应兆绍宗祖泽润树林树松海江';
const seconds = '华强军平勇芳英兰珍梅莲琼香燕丽群生才发贵富祥云龙山川林河波涛辉斌刚伟民安康宁泉清源';

/** Characters of the surname table that are taken by named persons of the story stay free by the account's own name. */
export function inventedName(number: number): string {
  const surname = surnames[(number * 7) % surnames.length] ?? '李';
  const first = firsts[(number * 11 + Math.floor(number / surnames.length)) % firsts.length] ?? '志';
  const second = seconds[(number * 13 + Math.floor(number / firsts.length)) % seconds.length] ?? '华';
  return `${surname}${first === second ? '' : first}${second}`;
}
