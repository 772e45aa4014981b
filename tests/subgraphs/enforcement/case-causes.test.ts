import { caseCauses } from '../../../subgraphs/enforcement/case/case-cause';
import { DepartmentKind, valuesOf } from '../../../subgraphs/kernel';
import { as } from '../../support/callers';
import { caseBed, make, take } from './case-sample';

const bed = caseBed();
beforeEach(() => bed.empty());

const mayHandle = (code: string, department: DepartmentKind) => {
  const { departments = [] } = caseCauses.find((cause) => cause.code === code) ?? {};
  return departments.length === 0 || departments.includes(department);
};
/** One cause of each set of departments. */
const oneOfEach = [...new Map(caseCauses.map((cause) => [cause.departments.join(), cause])).values()];
const of = (department: DepartmentKind) => ({ departmentCode: `430682-${department}` });
const officer = (department: DepartmentKind) => as.officer(department, '430682', 'write:enforcement');

describe('a cause', () => {
  test('MUST be bound to departments with the law that says so, or to none', async () => {
    const { data } = await bed.run('{ caseCauses { code law departments departmentBasis } }');
    for (const {
      code,
      law,
      departments,
      departmentBasis,
    } of data.caseCauses as (typeof caseCauses)[number][]) {
      if (departments.length === 0) expect([code, departmentBasis]).toEqual([code, null]);
      else expect(departmentBasis ?? `${law} 第一条`).toMatch(/^\S+ 第[一-龥]+条$/);
    }
    expect(mayHandle('FIRE_FACILITIES', 'MARKET_SUPERVISION')).toBe(false);
    expect(mayHandle('PRODUCT_BELOW_STANDARD', 'FIRE_RESCUE')).toBe(false);
  });

  test.each(valuesOf(DepartmentKind))(
    'of another department MUST NOT become a lead or a case of %s, and its own MUST',
    async (department) => {
      const cases = oneOfEach.map(({ code }, at) =>
        make.case({ ...of(department), sourceId: `${at}`, number: `案〔2026〕${at + 1}号`, causeCode: code }),
      );
      const receipt = await bed.receipt('submitCases', cases, { caller: officer(department) });
      const expected = oneOfEach.filter(({ code }) => !mayHandle(code, department));
      expect(receipt.rejected.map(({ index, field, code }) => [oneOfEach[index]?.code, field, code])).toEqual(
        expected.map(({ code }) => [code, 'causeCode', 'CAUSE_OF_OTHER_DEPARTMENT']),
      );
      expect(receipt.accepted).toBe(oneOfEach.length - expected.length);
      for (const [at, { code }] of oneOfEach.entries()) {
        const lead = make.lead({ ...of(department), number: `线索〔2026〕${at + 1}号`, causeCode: code });
        const answer = await take(bed, 'registerLead', lead, officer(department));
        if (mayHandle(code, department)) expect(answer).toSucceed();
        else expect(answer).toFailWith('CAUSE_OF_OTHER_DEPARTMENT');
      }
    },
  );

  test('that is refused MUST be told with whom it belongs to, in both languages', async () => {
    const lead = make.lead({ causeCode: 'FIRE_FACILITIES' });
    const answer = await take(bed, 'registerLead', lead, officer('MARKET_SUPERVISION'));
    expect(answer.errors?.[0]?.extensions).toMatchObject({
      field: 'causeCode',
      got: 'FIRE_FACILITIES',
      allowed: 'FIRE_RESCUE',
      zh: '此案由由 消防救援 办理，市场监管 不得以此立案，收到：FIRE_FACILITIES。',
      en: 'Cases of this cause are handled by fire rescue and not by market supervision, but got: FIRE_FACILITIES.',
    });
  });
});
