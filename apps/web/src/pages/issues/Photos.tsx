import type { IssueDetail } from '@qingshan/contract';
import { useRef, useState } from 'react';
import { Panel } from '../../parts/Panel.tsx';
import { moment } from '../../parts/time.ts';
import './photos.css';

type Photo = IssueDetail['photos'][number];

/** Before and after side by side, each with what was found out about it; attachments below. */
export function Photos({ photos }: { photos: readonly Photo[] }) {
  const [shown, setShown] = useState<Photo | null>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const open = (photo: Photo) => {
    setShown(photo);
    dialog.current?.showModal();
  };
  const attachments = photos.filter((photo) => photo.phase === 'attachment');
  const pictures = photos.filter((photo) => photo.phase !== 'attachment');
  const step = (by: number) => {
    const at = pictures.findIndex((photo) => photo.sha256 === shown?.sha256 && photo.phase === shown.phase);
    setShown(pictures[(at + by + pictures.length) % pictures.length] ?? shown);
  };
  return (
    <Panel title="前后对照">
      <div className="before-after">
        <Side title="整改前" photos={photos.filter((photo) => photo.phase === 'before')} onOpen={open} />
        <Side title="整改后" photos={photos.filter((photo) => photo.phase === 'after')} onOpen={open} />
      </div>
      {attachments.length > 0 && (
        <>
          <h3>附件</h3>
          <ul className="attachments">
            {attachments.map((file) => (
              <li key={file.sha256}>
                <a href={file.url} target="_blank" rel="noreferrer">
                  {file.name}
                </a>{' '}
                <span className="quiet">
                  {Math.max(1, Math.round(file.byteSize / 1024))} KB · {moment(file.addedAt)}
                </span>
                <Remarks of={file} />
              </li>
            ))}
          </ul>
        </>
      )}
      <dialog
        ref={dialog}
        className="viewer"
        aria-label="查看照片"
        onKeyDown={(event) => {
          if (event.key === 'ArrowLeft') step(-1);
          if (event.key === 'ArrowRight') step(1);
        }}
      >
        {shown && (
          <>
            <img src={shown.url} alt={shown.name} />
            <div className="row">
              <b>{shown.phase === 'before' ? '整改前' : '整改后'}</b>
              <Taken of={shown} />
              <span className="grow" />
              {pictures.length > 1 && (
                <>
                  <button type="button" className="plain boxed" onClick={() => step(-1)}>
                    上一张
                  </button>
                  <button type="button" className="plain boxed" onClick={() => step(1)}>
                    下一张
                  </button>
                </>
              )}
              <button type="button" className="plain boxed" onClick={() => dialog.current?.close()}>
                关闭
              </button>
            </div>
            <Remarks of={shown} />
          </>
        )}
      </dialog>
    </Panel>
  );
}

function Side({
  title,
  photos,
  onOpen,
}: {
  title: string;
  photos: readonly Photo[];
  onOpen: (photo: Photo) => void;
}) {
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      {photos.length === 0 && <p className="no-photo">还没有照片</p>}
      <ul>
        {photos.map((photo) => (
          <li key={photo.sha256}>
            <button type="button" onClick={() => onOpen(photo)}>
              <img src={photo.thumbnailUrl ?? photo.url} alt={`${title}：${photo.name}`} loading="lazy" />
            </button>
            <Taken of={photo} />
            <Remarks of={photo} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Taken({ of }: { of: Photo }) {
  return (
    <p className="quiet">
      {of.takenAt ? `拍摄 ${moment(of.takenAt)}` : '无拍摄时间'} · 上传 {moment(of.addedAt)}
    </p>
  );
}

function Remarks({ of }: { of: Photo }) {
  if (of.remarks.length === 0) return null;
  return (
    <ul className="remarks">
      {of.remarks.map((remark) => (
        <li key={remark}>
          <span aria-hidden="true">▲ </span>
          {remark}
        </li>
      ))}
    </ul>
  );
}
