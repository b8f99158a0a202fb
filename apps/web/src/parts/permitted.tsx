import type { Permission } from '@qingshan/contract';
import type { ComponentType } from 'react';
import { Link } from 'react-router';
import { PageTitle } from '../desk/PageTitle.tsx';
import { useMay } from '../session/me.tsx';

/** A page for those whose posts carry the permission; others read one sentence, and nothing is asked for them. */
export function permitted(permission: Permission, Page: ComponentType): ComponentType {
  return function Permitted() {
    if (useMay(permission)) return <Page />;
    return (
      <>
        <PageTitle title="您现任的岗位不能看这一页" />
        <Link to="/">回到今日待办</Link>
      </>
    );
  };
}
