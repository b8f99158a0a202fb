export interface MediaRow {
  readonly label: string;
  readonly image: boolean;
}

/** Kinds of file that may be stored, known by their content, never by their name. */
export const mediaTypes: Readonly<Record<string, MediaRow>> = {
  'image/jpeg': { label: 'JPEG 照片', image: true },
  'image/png': { label: 'PNG 图片', image: true },
  'image/webp': { label: 'WebP 图片', image: true },
  'application/pdf': { label: 'PDF 文件', image: false },
  'video/mp4': { label: 'MP4 视频', image: false },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': {
    label: 'Word 文件',
    image: false,
  },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { label: 'Excel 文件', image: false },
};

export const acceptedLabel = '照片（JPEG、PNG、WebP）、PDF、MP4、Word、Excel';
