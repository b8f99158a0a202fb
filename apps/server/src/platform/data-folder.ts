import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { StartRefusal } from './refusal.ts';

const SENTENCES: Record<string, string> = {
  EEXIST: '这里已有一个同名的文件，不是文件夹',
  ENOTDIR: '路径中有一段是文件，不是文件夹',
  EACCES: '没有权限，请检查文件夹的主人和权限',
  EPERM: '没有权限，请检查文件夹的主人和权限',
  EROFS: '所在的磁盘是只读的',
  ENOSPC: '磁盘已满',
  ENOENT: '这个位置不能建文件夹',
};

/** Each missing folder above, one by one: Node's own recursive way never ends where the system refuses (`/proc`). */
async function makeFolder(folder: string): Promise<void> {
  const known = await stat(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (known?.isDirectory()) return;
  if (dirname(folder) !== folder) await makeFolder(dirname(folder));
  await mkdir(folder).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST' || !(await stat(folder)).isDirectory()) throw error;
  });
}

/** Makes the data folder when it is not there and tries to write in it. Errors: one sentence. */
export async function ensureDataFolder(folder: string): Promise<void> {
  const probe = join(folder, '.writable');
  try {
    await makeFolder(folder);
    await writeFile(probe, '');
    await rm(probe);
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new StartRefusal(
      `数据文件夹 ${folder} 不能用：${SENTENCES[code] ?? message}。请改正，或用 QINGSHAN_DATA 指定别的文件夹`,
    );
  }
}
