import { Pagination } from 'antd';

interface Props {
  page: number;
  size: number;
  total: number;
  atLeast?: boolean;
  sizes?: number[];
  onChange: (page: number, size: number) => void;
}

export function Pager({ page, size, total, atLeast = false, sizes, onChange }: Props) {
  return (
    <div className="pager">
      <Pagination
        current={page}
        pageSize={size}
        total={total}
        onChange={onChange}
        showSizeChanger={sizes ? { 'aria-label': '每页条数' } : false}
        {...(sizes ? { pageSizeOptions: sizes } : {})}
        showTotal={(count) => `共 ${atLeast ? '至少 ' : ''}${count} 条`}
        responsive
      />
    </div>
  );
}
