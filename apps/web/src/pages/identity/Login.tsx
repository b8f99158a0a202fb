import type { Me } from '@qingshan/contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Input } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { quietClient } from '../../api/client.ts';
import { SignInForm } from '../../session/SignInForm.tsx';

/** Only paths of this site may follow a sign-in. */
function pathAfter(next: string | null): string {
  return next && /^\/(?![/\\])/.test(next) ? next : '/';
}

export default function Login() {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const [filled, setFilled] = useState<{ account: string; password: string } | null>(null);
  const ways = useQuery({ queryKey: ['signInWays'], queryFn: () => quietClient.call('signInWays') });
  const enter = (me: Me) => {
    cache.clear();
    cache.setQueryData(['getMe', {}], me);
    navigate(pathAfter(search.get('next')), { replace: true });
  };
  return (
    <div className="login">
      <title>登录 · 青山</title>
      <section className="login-card" aria-labelledby="login-title">
        <h1 id="login-title">登录青山</h1>
        <p className="quiet">生态环境治理平台</p>
        <SignInForm filled={filled} onSignedIn={enter} />
        {ways.data?.oidc.map((way) => (
          <a key={way.id} className="plain boxed wide" href={way.startPath}>
            用{way.name}登录
          </a>
        ))}
      </section>
      <section className="login-public" aria-labelledby="public-title">
        <h2 id="public-title">不用登录也能查</h2>
        <ul className="doors">
          <li>
            <Link to="/who">谁负责这里</Link>
            <p className="quiet">按村名、所在位置或地图，查到责任人</p>
          </li>
          <li>
            <Link to="/publicity">公示栏</Link>
            <p className="quiet">督查问题整改完成、销号之前的公示</p>
          </li>
        </ul>
        <p className="quiet">反映过问题？打开当时拿到的链接，可查看办理进度并评价。</p>
        {ways.data && ways.data.demoLogins.length > 0 && (
          <DemoLogins logins={ways.data.demoLogins} chosen={filled?.account} onChoose={setFilled} />
        )}
      </section>
    </div>
  );
}

interface DemoLoginsProps {
  logins: { account: string; password: string; role: string; name: string; place: string }[];
  chosen: string | undefined;
  onChoose: (login: { account: string; password: string }) => void;
}

const FEW = 10;

/** Logins of the demo county: the usual ones at once, all of them behind a search. */
function DemoLogins({ logins, chosen, onChoose }: DemoLoginsProps) {
  const [words, setWords] = useState<string | null>(null);
  const shown =
    words === null
      ? logins.slice(0, FEW)
      : logins.filter(({ account, role, name, place }) =>
          `${account}${role}${name}${place}`.includes(words.trim()),
        );
  return (
    <>
      <h2>演示账号</h2>
      <p className="quiet">点一下即填入账号和密码</p>
      {words !== null && (
        <Input
          allowClear
          autoFocus
          value={words}
          onChange={(event) => setWords(event.target.value)}
          placeholder="按村、岗位或姓名查找"
          aria-label="查找演示账号"
        />
      )}
      <ul className="demo-logins">
        {shown.map((login) => (
          <li key={login.account}>
            <button
              type="button"
              className="plain boxed"
              aria-pressed={chosen === login.account}
              onClick={() => onChoose(login)}
            >
              <b>{login.role}</b>
              <span>
                {login.name} · {login.place}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {words === null && logins.length > FEW && (
        <button type="button" className="plain link" onClick={() => setWords('')}>
          全部 {logins.length} 个演示账号
        </button>
      )}
    </>
  );
}
