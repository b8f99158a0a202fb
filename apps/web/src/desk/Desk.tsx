import { QueryClientProvider } from '@tanstack/react-query';
import { App, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { RouterProvider } from 'react-router/dom';
import { queries } from '../api/queries.ts';
import { useLargeType } from './largeType.ts';
import { router } from './routes.tsx';
import { deskTheme } from './theme.ts';

export function Desk() {
  const large = useLargeType();
  return (
    <QueryClientProvider client={queries}>
      <ConfigProvider locale={zhCN} theme={deskTheme(large)} button={{ autoInsertSpace: false }}>
        <App message={{ maxCount: 3 }}>
          <RouterProvider router={router} />
        </App>
      </ConfigProvider>
    </QueryClientProvider>
  );
}
