import { DepartmentKind, valuesOf } from '../../../subgraphs/kernel';
import { readPlans, type PlanRecord } from '../../../subgraphs/matters/plan/plan.official';

describe('the plans', () => {
  let plans: PlanRecord[];
  beforeAll(async () => {
    plans = await readPlans();
  });
  const plan = (id: string) => plans.find((each) => each.id === id) as PlanRecord;
  const items = (of: readonly PlanRecord[] = plans) =>
    of.flatMap(({ document, tasks }) =>
      tasks.flatMap((task) => [
        { ...task, text: task.text ?? '', milestones: task.milestones ?? [], document },
        ...task.measures.map((measure) => ({ ...measure, title: '', document })),
      ]),
    );

  test('they MUST have the 24 tasks and 68 measures, the 19, 12, 23 and 27 tasks and the ten goals of their documents', () => {
    const counts = plans.map(({ id, tasks }) => [
      id,
      tasks.length,
      tasks.reduce((sum, { measures }) => sum + measures.length, 0),
    ]);
    expect(counts).toEqual([
      ['DIZHUANG-2024', 27, 0],
      ['HUNAN-SAMR-2024', 12, 0],
      ['JIANAN-2024', 24, 68],
      ['LINXIANG-2024-2026', 23, 0],
      ['LINXIANG-GOALS-2026', 10, 0],
      ['SAMR-2024-2026', 19, 0],
    ]);
  });

  test('the printed numbers MUST be kept, the second 6 in place of a 5 included', () => {
    const printed = plan('JIANAN-2024').tasks.flatMap(({ measures }) => measures.map(({ number }) => number));
    expect(printed).toEqual([1, 2, 3, 4, 6, ...Array.from({ length: 63 }, (_, at) => at + 6)].map(String));
    expect(plan('SAMR-2024-2026').tasks.map(({ number }) => number)).toEqual(
      Array.from({ length: 19 }, (_, at) => String(at + 1)),
    );
  });

  test('every day MUST stand in words of the text, with its year and, if it is no year’s end, its month', () => {
    const wrong = items().flatMap(({ text, document, milestones }) =>
      milestones.filter(({ dueOn, phrase }) => {
        const [year = '', month = ''] = dueOn.split('-');
        const said =
          phrase.includes(year) && (month === '12' || phrase.includes(`${year}年${Number(month)}月`));
        return !said || !`${text}${document}`.includes(phrase);
      }),
    );
    expect(wrong).toEqual([]);
    expect(items().reduce((sum, { milestones }) => sum + milestones.length, 0)).toBe(49);
  });

  test('every end of a year or month that a text names MUST be a day of it', () => {
    const lost = items().filter(
      ({ text, milestones }) => (text.match(/20\d\d年(\d+月)?底/g) ?? []).length !== milestones.length,
    );
    expect(lost.filter(({ document }) => !document.includes('（2024—2026年）》'))).toEqual([]);
  });

  test('the title of a task MUST be in its words where it has words of its own, and so must who answers for it', () => {
    const own = plans.flatMap(({ tasks }) => tasks.filter(({ measures }) => measures.length === 0));
    expect(own.filter(({ title, text }) => !text?.includes(title))).toEqual([]);
    expect(
      own.filter(({ responsible, text }) => responsible !== null && !text?.includes(responsible)),
    ).toEqual([]);
    expect(plan('HUNAN-SAMR-2024').tasks.filter(({ responsible }) => !responsible)).toEqual([]);
  });

  test('everything MUST be answered for by a known kind of department', () => {
    const kinds: readonly string[] = valuesOf(DepartmentKind);
    expect(
      items().filter(
        ({ departments }) => departments.length === 0 || departments.some((kind) => !kinds.includes(kind)),
      ),
    ).toEqual([]);
  });

  test('no text MUST hold a line break or the marks of a page', () => {
    expect(items().filter(({ text }) => /\n|\*\*|\s{2}/.test(text))).toEqual([]);
  });
});
