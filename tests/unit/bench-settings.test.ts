import { subgraphs } from '../../subgraphs';
import { readConfig } from '../../subgraphs/kernel';
import { productionSettings } from '../bench/production';
import { testFolder } from '../support/folder';

const dataDir = testFolder();

test('the parts of a benchmark MUST be given all that production asks for, and the keys of the data they read', () => {
  const here = readConfig({ DATA_DIR: dataDir });
  const there = readConfig({
    DATA_DIR: dataDir,
    ...productionSettings(
      here,
      Object.fromEntries(
        subgraphs.map(({ name }) => [
          `${name.toUpperCase()}_DATABASE_URL`,
          `postgres://onematter_${name}@127.0.0.1/bench`,
        ]),
      ),
    ),
  });
  const { gatewayKey, signingKey } = here;
  expect(there).toMatchObject({ production: true, gatewayKey, signingKey });
  expect(there.dataKeysOf('training')).toEqual(here.dataKeysOf('training'));
});
