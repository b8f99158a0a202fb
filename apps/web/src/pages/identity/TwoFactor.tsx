import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Input } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { client } from '../../api/client.ts';
import { Loading } from '../../desk/Loading.tsx';
import { Refusal } from '../../parts/Answer.tsx';
import { Panel } from '../../parts/Panel.tsx';
import { useMe } from '../../session/me.tsx';

const SecretCode = lazy(() => import('./SecretCode.tsx'));

/** Two-factor sign-in: on with a password and a first code, off with a password. */
export function TwoFactor() {
  const me = useMe();
  const cache = useQueryClient();
  const { message } = App.useApp();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [started, setStarted] = useState<{ uri: string; backupCodes: string[] } | null>(null);
  const [refusal, setRefusal] = useState<unknown>(null);
  const [sending, setSending] = useState(false);

  async function send(act: () => Promise<void>) {
    setSending(true);
    setRefusal(null);
    try {
      await act();
    } catch (error) {
      setRefusal(error);
    } finally {
      setSending(false);
    }
  }
  const start = async () => {
    setStarted(await client.call('startTwoFactor', { body: { password } }));
    setPassword('');
  };
  const confirm = async () => {
    await client.call('confirmTwoFactor', { body: { code } });
    setStarted(null);
    message.success('两步验证已开启');
    cache.invalidateQueries({ queryKey: ['getMe'] });
  };
  const stop = async () => {
    await client.call('stopTwoFactor', { body: { password } });
    setPassword('');
    message.success('两步验证已关闭');
    cache.invalidateQueries({ queryKey: ['getMe'] });
  };
  const secret = started ? new URL(started.uri).searchParams.get('secret') : null;
  return (
    <Panel title="两步验证">
      <p className="quiet">
        {me.twoFactorOn
          ? '已开启：登录时除密码外，还要输入验证器上的动态码。'
          : '未开启。开启后，即使密码泄露，别人也登录不了。'}
      </p>
      {refusal !== null && <Refusal error={refusal} />}
      {started ? (
        <div className="stack">
          <p>用手机上的验证器扫这个二维码：</p>
          <Suspense fallback={<Loading lines={4} />}>
            <SecretCode uri={started.uri} />
          </Suspense>
          <p>扫不了的，在验证器里选“手动添加”，输入密钥：</p>
          <p>
            <code>{secret ?? started.uri}</code>
          </p>
          <p>
            <a href={started.uri}>在本机的验证器里打开</a>
          </p>
          <p>备用码（手机丢失时用，每个只能用一次，请抄下保存）：</p>
          <p>
            <code>{started.backupCodes.join('  ')}</code>
          </p>
          <div className="row">
            <Input
              aria-label="动态码"
              placeholder="验证器上的 6 位动态码"
              value={code}
              inputMode="numeric"
              maxLength={6}
              style={{ width: '14rem' }}
              onChange={(event) => setCode(event.target.value)}
            />
            <Button
              type="primary"
              loading={sending}
              disabled={!/^\d{6}$/.test(code)}
              onClick={() => send(confirm)}
            >
              确认开启
            </Button>
          </div>
        </div>
      ) : (
        <div className="row">
          <Input.Password
            aria-label="当前密码"
            placeholder="当前密码"
            autoComplete="current-password"
            value={password}
            style={{ width: '14rem' }}
            onChange={(event) => setPassword(event.target.value)}
          />
          <Button loading={sending} disabled={!password} onClick={() => send(me.twoFactorOn ? stop : start)}>
            {me.twoFactorOn ? '关闭两步验证' : '开启两步验证'}
          </Button>
        </div>
      )}
    </Panel>
  );
}
