import { Modal } from 'antd';
import { useSyncExternalStore } from 'react';
import { answerSignIn, signInIsAsked, watchSignIn } from '../api/lostSession.ts';
import { useMe } from './me.tsx';
import { SignInForm } from './SignInForm.tsx';

/** Stands over whatever is open when the session is gone; after signing in the call is sent again. */
export function SignInAgain() {
  const me = useMe();
  const asked = useSyncExternalStore(watchSignIn, signInIsAsked);
  return (
    <Modal
      open={asked}
      title="登录已过期，请重新登录"
      footer={null}
      width={400}
      mask={{ closable: false }}
      zIndex={2000}
      destroyOnHidden
      onCancel={() => answerSignIn(false)}
    >
      <p>已填写的内容都还在，登录后自动继续提交。</p>
      <SignInForm account={me.account} onSignedIn={() => answerSignIn(true)} />
      <p className="quiet">
        不是{me.name}？<a href="/login">换个账号登录</a>（草稿保留在{me.name}名下）
      </p>
    </Modal>
  );
}
