import { creditBed } from './sample';

const bed = creditBed();

describe('jointMeasures', () => {
  test('every measure MUST name its list and the law that it rests on', async () => {
    const { data } = await bed.run('{ jointMeasures { code name list legalBasis verified } }');
    expect(data.jointMeasures).toHaveLength(
      new Set(data.jointMeasures.map(({ code }: { code: string }) => code)).size,
    );
    for (const measure of data.jointMeasures) expect(measure.legalBasis).toMatch(/令第\d+号/);
  });

  test('a list MUST narrow them', async () => {
    const { data } = await bed.run('{ jointMeasures(list: WORK_SAFETY_SERIOUS) { list } }');
    expect(new Set(data.jointMeasures.map(({ list }: { list: string }) => list))).toEqual(
      new Set(['WORK_SAFETY_SERIOUS']),
    );
  });
});
