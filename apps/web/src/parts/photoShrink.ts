export const MAX_BYTES = 20 * 1024 * 1024;
const LONG_SIDE_PX = 2560;

/**
 * The bytes to send. Camera data inside the file is evidence, so the original goes as it is; only what the server
 * would refuse for its size is drawn again as JPEG, longer side at most 2560 px.
 */
export async function bytesToSend(file: File): Promise<{ blob: Blob; name: string; shrunk: boolean }> {
  if (file.size <= MAX_BYTES || !file.type.startsWith('image/')) {
    return { blob: file, name: file.name, shrunk: false };
  }
  const bitmap = await createImageBitmap(file);
  const scale = Math.min(1, LONG_SIDE_PX / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(bitmap.width * scale);
  canvas.height = Math.round(bitmap.height * scale);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.86));
  if (!blob) return { blob: file, name: file.name, shrunk: false };
  return { blob, name: file.name.replace(/\.\w+$/, '.jpg'), shrunk: true };
}
