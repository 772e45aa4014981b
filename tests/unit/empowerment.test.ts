import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyEmpowerments, requireEmpowered } from '../../subgraphs/kernel/empowerment';
import { CatalogueError } from '../../subgraphs/kernel';
import { testFolder } from '../support/folder';

const folder = testFolder();
const TOWN = { region: '431224102' };
const LIST = [
  {
    region: '431224102',
    steps: ['haltProduction'],
    document: '合成数据',
    from: '2026-01-01',
    to: '2026-12-31',
  },
];
const codeOf = (...[caller, scope, step, today, known]: Parameters<typeof requireEmpowered>) => {
  try {
    requireEmpowered(caller, scope, step, today, known);
    return null;
  } catch (error) {
    return error instanceof CatalogueError ? error.extensions.code : String(error);
  }
};

describe('what a town may decide', () => {
  test('a deciding step MUST be refused to a town and to a village that no list empowers', () => {
    for (const region of ['431224102', '431224102001', '431224102000'])
      expect(codeOf({ region }, 'decide:hazards', 'closeHazard', '2026-06-01')).toBe('TOWN_NOT_EMPOWERED');
  });

  test('it patrols, reports and assists, and whoever stands above decides', () => {
    expect(codeOf(TOWN, 'write:hazards', 'planRectification', '2026-06-01')).toBeNull();
    for (const region of ['431224', '431224000', '430000', '000000', null])
      expect(codeOf({ region }, 'decide:hazards', 'closeHazard', '2026-06-01')).toBeNull();
  });

  test.each([
    ['haltProduction', '2026-06-01', null],
    ['haltProduction', '2026-12-31', null],
    ['haltProduction', '2027-01-01', 'TOWN_NOT_EMPOWERED'],
    ['haltProduction', '2025-12-31', 'TOWN_NOT_EMPOWERED'],
    ['closeHazard', '2026-06-01', 'TOWN_NOT_EMPOWERED'],
  ])('its list MUST give it %s on %s, and nothing else: %s', (step, today, code) => {
    expect(codeOf(TOWN, 'decide:hazards', step, today, LIST)).toBe(code);
    expect(codeOf({ region: '431224103' }, 'decide:hazards', step, today, LIST)).toBe('TOWN_NOT_EMPOWERED');
  });

  test('an operator’s file MUST give it what its document says, told at start; a row that is wrong MUST refuse the file', () => {
    const empowermentsFile = join(folder, 'lists.json');
    const said: string[] = [];
    writeFileSync(empowermentsFile, JSON.stringify(LIST));
    applyEmpowerments({ empowermentsFile }, (line) => said.push(line));
    expect(said).toEqual(['赋权清单 empowerment 431224102: haltProduction (合成数据)']);
    expect(codeOf(TOWN, 'decide:hazards', 'haltProduction', '2026-06-01')).toBeNull();
    expect(codeOf(TOWN, 'decide:hazards', 'haltProduction', '2027-01-01')).toBe('TOWN_NOT_EMPOWERED');
    writeFileSync(empowermentsFile, JSON.stringify([{ ...LIST[0], region: '999999999' }]));
    expect(() => applyEmpowerments({ empowermentsFile })).toThrow(CatalogueError);
  });
});
