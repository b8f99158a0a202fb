import { SearchOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { quietClient } from '../api/client.ts';
import { armSession } from '../api/lostSession.ts';
import { useMay, useMe } from '../session/me.tsx';
import { Bell } from './Bell.tsx';
import { LargeTypeButton } from './LargeTypeButton.tsx';

export function TopBar() {
  const me = useMe();
  return (
    <header className="top">
      <Link to="/" className="brand">
        <img src="/mountain.svg" alt="" width="26" height="26" />
        <b>青山</b>
        <span className="county">{me.countyName}</span>
      </Link>
      {useMay('issues.read') && <Search />}
      <span className="grow" />
      <span className="wide-only">
        <LargeTypeButton />
      </span>
      <Bell />
      <WhoAmI />
    </header>
  );
}

function Search() {
  const [words, setWords] = useState('');
  const navigate = useNavigate();
  const search = (event: FormEvent) => {
    event.preventDefault();
    navigate(`/issues?q=${encodeURIComponent(words.trim())}`);
  };
  return (
    <search className="top-search">
      <form onSubmit={search}>
        <Input
          value={words}
          onChange={(event) => setWords(event.target.value)}
          placeholder="编号或关键词"
          aria-label="搜索问题"
          prefix={<SearchOutlined />}
          maxLength={100}
          allowClear
        />
      </form>
    </search>
  );
}

function WhoAmI() {
  const me = useMe();
  const cache = useQueryClient();
  const [leaving, setLeaving] = useState(false);
  async function leave() {
    setLeaving(true);
    armSession(false);
    await quietClient.call('signOut').catch(() => undefined);
    cache.clear();
    window.location.assign('/login');
  }
  const post = me.posts[0];
  return (
    <div className="who-am-i">
      <button type="button" className="plain" popoverTarget="my-menu">
        <b>{me.name}</b>
        {post && <span className="wide-only">{post.title}</span>}
      </button>
      <div id="my-menu" popover="auto" className="menu-card">
        <p>
          <b>{me.name}</b>（{me.account}）
        </p>
        <ul>
          {me.posts.map((held) => (
            <li key={held.postId}>
              {held.title} · {held.placeName}
            </li>
          ))}
        </ul>
        <p className="narrow-only">
          <LargeTypeButton />
        </p>
        <Link to="/account" onClick={() => document.getElementById('my-menu')?.hidePopover()}>
          我的账号
        </Link>
        <Button onClick={leave} loading={leaving} block>
          退出登录
        </Button>
      </div>
    </div>
  );
}
