import { key, keys, oldKeys, publicKeys } from './setting-kinds';
import type { Setting } from './settings';

/** The settings that are keys, or name them. */
export const keySettings: readonly Setting[] = [
  {
    name: 'GATEWAY_KEY',
    fallback: '',
    zh: '网关自己的密钥，为子图签署调用方身份；未设自有密钥的子图由它推出，故此时各部分须设为相同的值。不设则使用开发密钥。',
    en: 'The gateway’s own key: signs the caller for the subgraphs; 32 characters or more. Subgraphs without keys of their own make theirs from it: then it is the same at all parts. Unset: a development key.',
    ...key,
  },
  {
    name: '<SUBGRAPH>_KEY',
    fallback: '',
    zh: '某子图自己的密钥，如 REGISTRY_KEY，只设于该子图；各部分另设 PUBLIC_KEYS。npm run keys 生成。',
    en: 'A subgraph’s own key, e.g. REGISTRY_KEY: set at that subgraph alone, with PUBLIC_KEYS at all parts. npm run keys makes them.',
    ...key,
  },
  {
    name: 'PUBLIC_KEYS',
    fallback: '',
    zh: '网关与各子图的公钥，各部分相同：gateway=公钥,registry=公钥……，npm run keys 列出。',
    en: 'The public keys of gateway and subgraphs, the same at all parts: gateway=…,registry=…, as npm run keys prints them.',
    ...publicKeys,
  },
  {
    name: 'DATA_KEY',
    fallback: '',
    zh: '封存个人数据的密钥；更换须将此前的密钥列入 OLD_DATA_KEYS 并运行 rotate-key；不设则使用开发密钥。',
    en: 'Seals personal data at rest; 32 characters or more. When it is changed, what it was goes into OLD_DATA_KEYS until rotate-key has run. Unset: a development key.',
    ...key,
  },
  {
    name: '<SUBGRAPH>_DATA_KEY',
    fallback: '',
    zh: '某子图自己的 DATA_KEY，如 TRAINING_DATA_KEY；只交给该子图。不设则用 DATA_KEY。',
    en: 'The subgraph’s own, e.g. TRAINING_DATA_KEY: given to that subgraph alone. Unset: DATA_KEY.',
    ...key,
  },
  {
    name: 'OLD_DATA_KEYS',
    fallback: '',
    zh: 'DATA_KEY 此前的值，仅供读取，多个以空格分隔；rotate-key 报告无剩余后删去。',
    en: 'What DATA_KEY was before, for reading only, separated by spaces; until rotate-key says that nothing is left under them.',
    ...keys,
  },
  {
    name: '<SUBGRAPH>_OLD_DATA_KEYS',
    fallback: '',
    zh: '某子图自己的 OLD_DATA_KEYS。',
    en: 'The subgraph’s own OLD_DATA_KEYS.',
    ...keys,
  },
  {
    name: 'SIGNING_KEY',
    fallback: '',
    zh: '签署数据流的密钥，提供 credit 的进程须设，提供 enforcement、quality 的进程设为相同的值；不设则使用开发密钥。',
    en: 'Signs the feeds; 32 characters or more; needed where credit is served, and the same where enforcement and quality are: without it theirs are not signed. Unset: a development key.',
    ...key,
  },
  {
    name: 'OLD_SIGNING_KEYS',
    fallback: '',
    zh: '更换 SIGNING_KEY 后，此前的密钥及其公钥公布到的最后一日：密钥@日期，多个以空格分隔。',
    en: 'What SIGNING_KEY was before, each with the last day on which its public key is published: key@day, separated by spaces.',
    ...oldKeys,
  },
];
