import {
  ApartmentOutlined,
  AuditOutlined,
  BarChartOutlined,
  BellOutlined,
  CheckSquareOutlined,
  EnvironmentOutlined,
  FileAddOutlined,
  FormOutlined,
  IdcardOutlined,
  MenuOutlined,
  NotificationOutlined,
  ProfileOutlined,
  SafetyCertificateOutlined,
  TeamOutlined,
  UserOutlined,
} from '@ant-design/icons';
import type { Me, Permission } from '@qingshan/contract';
import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { useMe } from '../session/me.tsx';
import { LargeTypeButton } from './LargeTypeButton.tsx';

interface Item {
  to: string;
  label: string;
  icon: ReactNode;
  permission?: Permission;
}

const groups: { name: string; items: Item[] }[] = [
  {
    name: '办理',
    items: [
      { to: '/', label: '今日待办', icon: <CheckSquareOutlined /> },
      { to: '/issues', label: '问题台账', icon: <ProfileOutlined />, permission: 'issues.read' },
      { to: '/issues/new', label: '上报问题', icon: <FileAddOutlined />, permission: 'issues.raise' },
      { to: '/issues/hand-down', label: '下发督查', icon: <FormOutlined />, permission: 'issues.handDown' },
      { to: '/overview', label: '总览', icon: <BarChartOutlined />, permission: 'overview.read' },
    ],
  },
  {
    name: '责任',
    items: [
      { to: '/places', label: '地点', icon: <EnvironmentOutlined />, permission: 'places.read' },
      { to: '/posts', label: '岗位', icon: <IdcardOutlined />, permission: 'posts.read' },
      { to: '/people', label: '人员', icon: <TeamOutlined />, permission: 'people.read' },
      { to: '/zones', label: '片区包保', icon: <ApartmentOutlined />, permission: 'posts.read' },
      { to: '/reaches', label: '河段河长', icon: <EnvironmentOutlined />, permission: 'posts.read' },
    ],
  },
  {
    name: '监督',
    items: [
      { to: '/publicity', label: '公示栏', icon: <NotificationOutlined /> },
      { to: '/journal', label: '办理日志', icon: <SafetyCertificateOutlined />, permission: 'journal.read' },
      { to: '/notices', label: '我的消息', icon: <BellOutlined /> },
    ],
  },
  {
    name: '账号',
    items: [
      { to: '/account', label: '我的账号', icon: <UserOutlined /> },
      { to: '/accounts', label: '账号管理', icon: <TeamOutlined />, permission: 'accounts.edit' },
      { to: '/logins', label: '登录记录', icon: <AuditOutlined />, permission: 'accounts.edit' },
    ],
  },
];

const open = (me: Me, item: Item) => !item.permission || me.permissions.includes(item.permission);

export function NavGroups({ onGo }: { onGo?: () => void }) {
  const me = useMe();
  return groups.map(({ name, items }) => {
    const shown = items.filter((item) => open(me, item));
    if (shown.length === 0) return null;
    return (
      <div key={name} className="nav-group">
        <p>{name}</p>
        <ul>
          {shown.map((item) => (
            <li key={item.to}>
              <NavLink to={item.to} end={item.to !== '/places' && item.to !== '/posts'} onClick={onGo}>
                {item.icon}
                {item.label}
              </NavLink>
            </li>
          ))}
        </ul>
      </div>
    );
  });
}

export function SideNav() {
  return (
    <nav className="side" aria-label="主导航">
      <NavGroups />
    </nav>
  );
}

/** Phones: the four pages of every day within reach of the thumb, the rest behind 更多. */
export function BottomBar() {
  const me = useMe();
  const daily = groups
    .flatMap(({ items }) => items)
    .filter((item) => ['/', '/issues', '/issues/new', '/places'].includes(item.to) && open(me, item));
  return (
    <nav className="bottom" aria-label="常用">
      {daily.map((item) => (
        <NavLink key={item.to} to={item.to} end>
          {item.icon}
          {item.label}
        </NavLink>
      ))}
      <button type="button" popoverTarget="all-pages">
        <MenuOutlined />
        更多
      </button>
      <div id="all-pages" popover="auto" className="sheet">
        <LargeTypeButton />
        <NavGroups onGo={() => document.getElementById('all-pages')?.hidePopover()} />
      </div>
    </nav>
  );
}
