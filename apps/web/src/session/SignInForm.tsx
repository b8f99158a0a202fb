import type { Me } from '@qingshan/contract';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { codeOf, quietClient, sentenceOf } from '../api/client.ts';

interface Values {
  account: string;
  password: string;
  code?: string;
}

interface Props {
  /** Given: only this account may sign in again. */
  account?: string;
  filled?: { account: string; password: string } | null;
  onSignedIn: (me: Me) => void;
}

/** Account and password; the dynamic code only once the server asks for it. */
export function SignInForm({ account, filled, onSignedIn }: Props) {
  const [form] = Form.useForm<Values>();
  const [refusal, setRefusal] = useState<string | null>(null);
  const [codeNeeded, setCodeNeeded] = useState(false);
  const [sending, setSending] = useState(false);

  async function signIn(values: Values) {
    setSending(true);
    setRefusal(null);
    try {
      const body = { ...values, ...(values.code ? {} : { code: undefined }) };
      onSignedIn(await quietClient.call('signIn', { body }));
    } catch (error) {
      if (codeOf(error) === 'two-factor-needed') setCodeNeeded(true);
      setRefusal(sentenceOf(error));
    } finally {
      setSending(false);
    }
  }

  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ account }}
      key={filled?.account}
      {...(filled ? { initialValues: filled } : {})}
      onFinish={signIn}
    >
      {refusal && (
        <p role="alert" className="refusal">
          {refusal}
        </p>
      )}
      <Form.Item name="account" label="账号" rules={[{ required: true, message: '请输入账号' }]}>
        <Input autoComplete="username" size="large" readOnly={account !== undefined} />
      </Form.Item>
      <Form.Item name="password" label="密码" rules={[{ required: true, message: '请输入密码' }]}>
        <Input.Password autoComplete="current-password" size="large" />
      </Form.Item>
      {codeNeeded && (
        <Form.Item
          name="code"
          label="动态码"
          extra="请打开验证器，输入 6 位数字；手机不在身边时，输入一个备用码"
          rules={[
            {
              required: true,
              pattern: /^\s*(\d{6}|[A-Za-z0-9]{5}-[A-Za-z0-9]{5})\s*$/,
              message: '动态码为 6 位数字，备用码形如 a1B2c-3D4e5',
            },
          ]}
        >
          <Input autoComplete="one-time-code" maxLength={11} size="large" autoFocus />
        </Form.Item>
      )}
      <Button type="primary" htmlType="submit" size="large" block loading={sending}>
        登录
      </Button>
    </Form>
  );
}
