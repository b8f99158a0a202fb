import { CameraOutlined, PaperClipOutlined } from '@ant-design/icons';
import type { UploadedFile } from '@qingshan/contract';
import { type ClipboardEvent, type DragEvent, useRef, useState } from 'react';
import { client, sentenceOf } from '../api/client.ts';
import { bytesToSend, MAX_BYTES } from './photoShrink.ts';

interface Props {
  id?: string;
  value?: UploadedFile[];
  onChange?: (photos: UploadedFile[]) => void;
  max?: number;
}

interface Sending {
  key: number;
  file: File;
  refusal: string | null;
}

let lastKey = 0;

/** Photos chosen, dropped, pasted or taken; each is sent at once and stays in the form's draft by its digest. */
export function PhotoField({ id, value = [], onChange, max = 20 }: Props) {
  const [sending, setSending] = useState<Sending[]>([]);
  const [over, setOver] = useState(false);
  const latest = useRef(value);
  latest.current = value;
  const choose = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);

  const finish = (key: number, refusal: string | null) =>
    setSending((list) =>
      refusal === null
        ? list.filter((item) => item.key !== key)
        : list.map((item) => (item.key === key ? { ...item, refusal } : item)),
    );

  async function send(key: number, file: File) {
    try {
      const { blob, name } = await bytesToSend(file);
      if (blob.size > MAX_BYTES) {
        finish(key, '文件超过 20 MB，请压缩后再传');
        return;
      }
      const sent = await client.upload('uploadFile', blob, name);
      if (!latest.current.some((photo) => photo.sha256 === sent.sha256)) {
        latest.current = [...latest.current, sent];
        onChange?.(latest.current);
      }
      finish(key, null);
    } catch (error) {
      finish(key, sentenceOf(error));
    }
  }

  function add(files: Iterable<File>) {
    const room = max - latest.current.length - sending.length;
    for (const file of [...files].slice(0, Math.max(0, room))) {
      lastKey += 1;
      const key = lastKey;
      setSending((list) => [...list, { key, file, refusal: null }]);
      send(key, file);
    }
  }

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    add(event.dataTransfer.files);
  };
  const paste = (event: ClipboardEvent) => {
    if (event.clipboardData.files.length === 0) return;
    event.preventDefault();
    add(event.clipboardData.files);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping and pasting have the buttons beside them
    <div
      className={over ? 'photo-field over' : 'photo-field'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      onPaste={paste}
    >
      <ul className="photo-row">
        {value.map((photo) => (
          <li key={photo.sha256}>
            {photo.thumbnailUrl ? (
              <img src={photo.thumbnailUrl} alt={photo.name} />
            ) : (
              <span className="paper">{photo.name}</span>
            )}
            <button
              type="button"
              aria-label={`移除 ${photo.name}`}
              onClick={() => onChange?.(value.filter((other) => other.sha256 !== photo.sha256))}
            >
              ×
            </button>
          </li>
        ))}
        {sending
          .filter((item) => !item.refusal)
          .map((item) => (
            <li key={item.key} className="busy">
              <span role="status">正在上传…</span>
            </li>
          ))}
      </ul>
      <ul className="photo-refusals">
        {sending
          .filter((item) => item.refusal)
          .map((item) => (
            <li key={item.key}>
              <span role="alert">
                {item.file.name}：{item.refusal}
              </span>
              <button
                type="button"
                className="plain"
                onClick={() => {
                  setSending((list) =>
                    list.map((other) => (other.key === item.key ? { ...other, refusal: null } : other)),
                  );
                  send(item.key, item.file);
                }}
              >
                重传
              </button>
              <button
                type="button"
                className="plain"
                aria-label={`移除 ${item.file.name}`}
                onClick={() => finish(item.key, null)}
              >
                ×
              </button>
            </li>
          ))}
      </ul>
      <div className="photo-acts">
        <button type="button" className="plain boxed" onClick={() => choose.current?.click()}>
          <PaperClipOutlined /> 选择照片或附件
        </button>
        <button type="button" className="plain boxed touch-only" onClick={() => camera.current?.click()}>
          <CameraOutlined /> 拍照
        </button>
        <span className="quiet wide-only">也可拖到这里，或粘贴截图</span>
      </div>
      <input
        id={id}
        ref={choose}
        className="unseen"
        type="file"
        tabIndex={-1}
        multiple
        accept="image/*,application/pdf"
        aria-label="选择照片或附件"
        onChange={(event) => {
          add(event.target.files ?? []);
          event.target.value = '';
        }}
      />
      <input
        ref={camera}
        className="unseen"
        type="file"
        tabIndex={-1}
        accept="image/*"
        capture="environment"
        aria-label="拍照"
        onChange={(event) => {
          add(event.target.files ?? []);
          event.target.value = '';
        }}
      />
    </div>
  );
}
