import { declareError } from '../subgraphs/kernel';

export const SettingUnknown = declareError(
  'SETTING_UNKNOWN',
  '没有设置 {setting}，请从环境中去掉；可用的设置见 {document}。',
  'There is no setting {setting}: take it out of the environment; {document} has those that there are.',
);
export const SettingMisspelt = declareError(
  'SETTING_MISSPELT',
  '没有设置 {setting}，是否指 {meant}？请更正，或从环境中去掉。',
  'There is no setting {setting}; if {meant} is meant, correct it, else take it out of the environment.',
);
