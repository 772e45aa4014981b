import { alike, asError, type Words } from '../../subgraphs/kernel';

/** What a code of the operating system or of PostgreSQL means, as far as it is common. */
const REASONS: Record<string, Words> = {
  EADDRINUSE: { zh: '已被其他进程占用', en: 'another process listens there' },
  EADDRNOTAVAIL: { zh: '本机没有该地址', en: 'this machine has no such address' },
  EACCES: { zh: '没有权限', en: 'it is not permitted' },
  EPERM: { zh: '没有权限', en: 'it is not permitted' },
  EROFS: { zh: '文件系统只读', en: 'the file system can only be read' },
  ENOENT: { zh: '不存在', en: 'there is none' },
  EISDIR: { zh: '是文件夹', en: 'it is a folder' },
  ENOTDIR: { zh: '不是文件夹', en: 'it is no folder' },
  ECONNREFUSED: { zh: '该处无人监听', en: 'nothing listens there' },
  ECONNRESET: { zh: '连接被中断', en: 'the connection was cut' },
  ETIMEDOUT: { zh: '没有应答', en: 'there is no answer' },
  ENOTFOUND: { zh: '主机名无法解析', en: 'the host is not known' },
  EAI_AGAIN: { zh: '主机名无法解析', en: 'the host is not known' },
  ENETUNREACH: { zh: '网络不可达', en: 'the network is not reached' },
  EHOSTUNREACH: { zh: '主机不可达', en: 'the host is not reached' },
  '28P01': { zh: '登录名或密码不对', en: 'the login or its password is wrong' },
  '28000': { zh: '不接受该登录名', en: 'the login is not admitted' },
  '3D000': { zh: '没有该数据库', en: 'there is no such database' },
  '53300': { zh: '连接已满', en: 'all connections are taken' },
  '57P03': { zh: '正在启动或停止', en: 'it is starting or stopping' },
};

/** A reason of our own. */
export class Because extends Error {
  constructor(readonly words: Words) {
    super(words.en);
  }
}

/** Why something failed, in both languages if that is known, else in the words of whoever told. */
export function reasonOf(thrown: unknown): Words {
  if (thrown instanceof Because) return thrown.words;
  const { code, errors, cause } = thrown as { code?: string; errors?: unknown[]; cause?: unknown };
  if (code !== undefined && REASONS[code]) return REASONS[code];
  if (errors?.[0] !== undefined) return reasonOf(errors[0]);
  if (cause !== undefined) return reasonOf(cause);
  return alike(asError(thrown).message.split('\n')[0] ?? '');
}
