/** What values of settings may be. */
export const address = {
  must: { zh: ' http:// 或 https:// 开头的地址', en: 'an address that begins with http:// or https://' },
  holds: /^https?:\/\/\S+$/,
};
export const database = {
  must: {
    zh: '形如 postgres://用户:密码@主机:5432/库名 的地址',
    en: 'an address such as postgres://user:password@host:5432/database',
  },
  holds: /^postgres(ql)?:\/\/[^\s/]+\/\S+$/,
  secret: true,
};
export const key = {
  must: { zh: '至少 32 个字符', en: '32 characters or more (openssl rand -base64 32 makes some)' },
  holds: /^.{32,}$/,
  secret: true,
};
export const keys = {
  must: {
    zh: '各至少 32 个字符、以空格分隔的密钥',
    en: 'keys of 32 characters or more each, separated by spaces',
  },
  holds: /^\S{32,}( \S{32,})*$/,
  secret: true,
};
export const oldKeys = {
  must: {
    zh: '形如 密钥@2027-06-30 的文本，多个以空格分隔',
    en: 'key@day, such as …@2027-06-30, separated by spaces',
  },
  holds: /^\S{32,}@\d{4}-\d{2}-\d{2}( \S{32,}@\d{4}-\d{2}-\d{2})*$/,
  secret: true,
};
export const publicKeys = {
  must: {
    zh: '形如 gateway=公钥,registry=公钥 的文本',
    en: 'part=public key, by comma, such as gateway=…,registry=…',
  },
  holds: /^[a-z]+=[\w-]{43}(,[a-z]+=[\w-]{43})*$/,
};
export const onOrOff = { must: { zh: ' on 或 off', en: 'on or off' }, holds: /^(on|off)$/ };
export const file = { must: { zh: '文件路径', en: 'the path of a file' }, holds: /\S/ };
export const text = { must: { zh: '非空文本', en: 'a text that is not blank' }, holds: /\S/ };
/** A whole number without a sign. */
export const number = (least: number, most: number, holds: RegExp) => ({
  must: { zh: ` ${least} 至 ${most} 的整数`, en: `a whole number from ${least} to ${most}` },
  holds,
});
