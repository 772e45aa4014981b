import { declareError } from './errors';
import { settings, type Setting } from './settings';

export const SettingInvalid = declareError(
  'SETTING_INVALID',
  '设置 {setting} 应为{must:words}，收到：{got:words}。',
  'The setting {setting} must be {must:words}, but got: {got:words}.',
);

/** The setting of this name; a subgraph's own by the longest end that fits. */
export function settingOf(name: string): Setting {
  const fits = (each: Setting) => name.endsWith(each.name.slice('<SUBGRAPH>'.length));
  const found =
    settings.find((each) => each.name === name) ??
    settings
      .filter((each) => each.name.startsWith('<SUBGRAPH>') && fits(each))
      .sort((one, other) => other.name.length - one.name.length)[0];
  if (!found) throw new Error(`there is no setting ${name}`);
  return found;
}

/** The settings by the names that they have where these subgraphs are served. */
export function settingNames(subgraphs: readonly string[]): string[] {
  return settings.flatMap(({ name }) =>
    name.startsWith('<SUBGRAPH>')
      ? subgraphs.map((subgraph) => name.replace('<SUBGRAPH>', subgraph.toUpperCase()))
      : [name],
  );
}
