import { Input } from 'antd';
import { useSearchParams } from 'react-router';
import { useAsk } from '../../api/useAsk.ts';
import { PageTitle } from '../../desk/PageTitle.tsx';
import { Answer, Nothing } from '../../parts/Answer.tsx';
import { deviceName } from '../../parts/deviceName.ts';
import { Pager } from '../../parts/Pager.tsx';
import { permitted } from '../../parts/permitted.tsx';
import { moment } from '../../parts/time.ts';
import '../responsibility/places.css';

const outcomes = {
  ok: '✓ 登录成功',
  wrong: '✕ 账号或密码不对',
  locked: '✕ 账号锁定中',
  'two-factor': '等待动态码',
  'signed-out': '退出',
  revoked: '被强制退出',
} as const;

/** Who signed in, from where; kept for six months. */
function Logins() {
  const [search, setSearch] = useSearchParams();
  const account = search.get('account') ?? '';
  const page = Number(search.get('page') ?? '1') || 1;
  const asked = useAsk(
    'listLogins',
    { query: { page, ...(account ? { account } : {}) } },
    { keepLast: true },
  );
  return (
    <>
      <PageTitle title="登录记录" />
      <p className="quiet">保存六个月。</p>
      <div className="list-tools">
        <Input.Search
          defaultValue={account}
          allowClear
          placeholder="账号"
          aria-label="按账号查找"
          onSearch={(words) => setSearch(words.trim() ? { account: words.trim() } : {})}
        />
      </div>
      <Answer of={asked} lines={8}>
        {({ items, total }) =>
          items.length === 0 ? (
            <Nothing>没有登录记录。</Nothing>
          ) : (
            <>
              <table className="plain-table stacking">
                <thead>
                  <tr>
                    <th scope="col">时间</th>
                    <th scope="col">账号</th>
                    <th scope="col">结果</th>
                    <th scope="col">地址</th>
                    <th scope="col">设备</th>
                  </tr>
                </thead>
                <tbody>
                  {items.map((row) => (
                    <tr key={`${row.at}${row.account}${row.outcome}`}>
                      <td data-label="时间" className="num">
                        {moment(row.at)}
                      </td>
                      <td data-label="账号">{row.account}</td>
                      <td data-label="结果">{outcomes[row.outcome]}</td>
                      <td data-label="地址">{row.address}</td>
                      <td data-label="设备" title={row.device}>
                        {deviceName(row.device)}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
              <Pager
                page={page}
                size={page === 1 && items.length < total ? items.length : 50}
                total={total}
                onChange={(number) => setSearch({ ...(account ? { account } : {}), page: String(number) })}
              />
            </>
          )
        }
      </Answer>
    </>
  );
}

export default permitted('accounts.edit', Logins);
