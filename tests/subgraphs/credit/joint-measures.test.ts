import { creditTest, type CreditTest } from './sample';

describe('jointMeasures', () => {
  let test1: CreditTest;
  beforeAll(async () => {
    test1 = await creditTest();
  });
  afterAll(() => test1.stop());

  test('every measure MUST name its list and the law that it rests on', async () => {
    const { data } = await test1.run('{ jointMeasures { code name list legalBasis verified } }');
    expect(data.jointMeasures).toHaveLength(new Set(data.jointMeasures.map(({ code }: { code: string }) => code)).size);
    for (const measure of data.jointMeasures) expect(measure.legalBasis).toMatch(/令第\d+号/);
  });

  test('a list MUST narrow them', async () => {
    const { data } = await test1.run('{ jointMeasures(list: WORK_SAFETY_SERIOUS) { list } }');
    expect(new Set(data.jointMeasures.map(({ list }: { list: string }) => list))).toEqual(new Set(['WORK_SAFETY_SERIOUS']));
  });
});
