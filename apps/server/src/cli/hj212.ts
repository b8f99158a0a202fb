import { type Hj212Edition, type SplitterOptions, StandardRefusal } from '@qingshan/standards';
import type { Streams } from './evaluate/streams.ts';
import { decodeStream } from './hj212/decode.ts';
import { encodeStream } from './hj212/encode.ts';
import { sm4Cipher } from './hj212/sm4.ts';

export const summary = '解析和生成 HJ 212 数据帧（2005、2017、2025 版）';
export const help = `npx qingshan hj212 decode [--strict] [--edition 2005|2017|2025] [--sm4-key 密钥] [--csv]
npx qingshan hj212 encode [--sm4-key 密钥]

decode 从标准输入读原始字节，每帧写一行：
  {"ok":true,"at":…,"frame":{…,"readings":[…],"deviations":[…]}}
  {"ok":false,"reason":"crc|length|head|tail|format|size","at":…}
与标准文字不符之处列在 deviations；加 --strict 时有一处不符即拒收。--edition 指定设备的版本，--sm4-key 解开 2025 版密文
（16 个字符或 32 位十六进制）。--csv 每个数值一行，可用电子表格打开。
encode 相反：每行一个 JSON，写出原始帧；过长自动分包，有问题的行写到标准错误。

例：printf '##0101QN=20160801085857223;ST=32;CN=1062;PW=100000;MN=010000A8900016F000169DC0;Flag=5;CP=&&RtdInterval=30&&1C80\\r\\n' | npx qingshan hj212 decode
例：echo '{"qn":"20260301080000000","st":"32","cn":"2011","pw":"123456","mn":"010000A8900016F000169DC0","flag":5,"cp":{"DataTime":"20260301080000","w01018-Rtd":12.5,"w01018-Flag":"N"}}' | npx qingshan hj212 encode`;

interface Choices {
  strict: boolean;
  csv: boolean;
  edition?: Hj212Edition;
  key?: string;
}

function choicesOf(args: readonly string[]): Choices {
  const choices: Choices = { strict: false, csv: false };
  const wrong = (message: string) => new StandardRefusal('bad-text', 'args', message);
  const rest = args.flatMap((arg) =>
    /^--[\w-]+=/.test(arg) ? [arg.slice(0, arg.indexOf('=')), arg.slice(arg.indexOf('=') + 1)] : [arg],
  );
  while (rest.length > 0) {
    const arg = rest.shift();
    if (arg === '--strict') choices.strict = true;
    else if (arg === '--csv') choices.csv = true;
    else if (arg === '--sm4-key') choices.key = rest.shift() ?? '';
    else if (arg === '--edition') {
      const edition = rest.shift();
      if (edition !== '2005' && edition !== '2017' && edition !== '2025')
        throw wrong('--edition 应为 2005、2017 或 2025');
      choices.edition = edition;
    } else throw wrong(`不认识的参数 ${arg}`);
  }
  return choices;
}

export async function run(args: string[], io: Streams): Promise<number> {
  const [what, ...rest] = args;
  try {
    if (what !== 'decode' && what !== 'encode')
      throw new StandardRefusal('bad-text', 'args', '请写明 decode 或 encode');
    const { strict, csv, edition, key } = choicesOf(rest);
    const cipher = key === undefined ? undefined : sm4Cipher(key);
    if (what === 'encode') return await encodeStream(cipher, io);
    const options: SplitterOptions = { strict, edition, cipher };
    return await decodeStream(options, csv, io);
  } catch (error) {
    if (!(error instanceof StandardRefusal)) throw error;
    io.stderr.write(`${error.message}\n说明：npx qingshan hj212 --help\n`);
    return 1;
  }
}
