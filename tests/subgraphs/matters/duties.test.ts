import { as } from '../../support/callers';
import { city, emergency, fire, mattersBed } from './sample';

const MISSED = `query ($region: RegionCode!, $quarter: String!) { missedDuties(region: $region, quarter: $quarter) { kind from to toRule { version } department { code } }
  dutyCounts(region: $region, quarter: $quarter) { kind count recorded difference missing } }`;

const bed = mattersBed();

describe('duties', () => {
  beforeEach(() => bed.empty());

  const duty = (changes: object = {}) => ({
    ...{ sourceId: '1', kind: 'BRIEFING', regionCode: '430682', departmentCode: '430682-FIRE_RESCUE' },
    ...{ heldOn: '2026-08-31', evidence: '纪要8号', ...changes },
  });
  const submit = async (record: object, caller = fire) =>
    (await bed.submit('submitDutyRecords', [record], { caller })).data.receipt;
  const ask = async (region = '430682', quarter = '2026-Q3', caller = fire) =>
    bed.run(MISSED, { caller, variables: { region, quarter } });
  /** A district whose letter asks for briefings every month; here its fire department. */
  const there = { ...fire, region: '411003' };
  const dutyThere = (changes: object = {}) =>
    duty({ regionCode: '411003', departmentCode: '411003-FIRE_RESCUE', ...changes });
  const missed = async (kind: string, department = '411003-FIRE_RESCUE', quarter = '2026-Q3') =>
    (await ask(department.replace(/-.*/, ''), quarter)).data.missedDuties
      .filter(
        (each: { kind: string; department: { code: string } }) =>
          each.kind === kind && each.department.code === department,
      )
      .map(({ from, to }: { from: string; to: string }) => [from, to]);

  test('who has not been briefed in a month, or not met in a quarter, MUST be named', async () => {
    expect(await missed('BRIEFING')).toEqual([
      ['2026-07-01', '2026-07-31'],
      ['2026-08-01', '2026-08-31'],
      ['2026-09-01', '2026-09-30'],
    ]);
    await submit(dutyThere(), there);
    expect((await missed('BRIEFING')).map(([from]: [string]) => from)).toEqual(['2026-07-01', '2026-09-01']);
    expect(await missed('MEETING', '431224102-HOUSING')).toEqual([['2026-07-01', '2026-09-30']]);
    expect(await missed('BRIEFING', '411003-SAFETY_COMMITTEE')).toEqual([]);
    expect((await ask('411003')).data.missedDuties[0].toRule.version).toMatch(/^matters\.duty\..*411003/);
  });

  test('the letter of one division MUST NOT bind another: of that no duty is known', async () => {
    expect((await ask('430682')).data.missedDuties).toBeNull();
    expect(await missed('MEETING')).toEqual([]);
    expect(await missed('BRIEFING', '431224102-HOUSING')).toEqual([]);
  });

  test('a period MUST NOT be missed before it is over', async () => {
    expect(await missed('BRIEFING', '411003-FIRE_RESCUE', '2026-Q4')).toEqual([]);
    bed.now('2026-10-31T15:59:00Z');
    expect(await missed('BRIEFING', '411003-FIRE_RESCUE', '2026-Q4')).toEqual([]);
    bed.now('2026-10-31T16:01:00Z');
    expect(await missed('BRIEFING', '411003-FIRE_RESCUE', '2026-Q4')).toEqual([['2026-10-01', '2026-10-31']]);
  });

  test('what was done MUST be counted by quarter, in the subtree, and listed', async () => {
    await submit(duty({ kind: 'COVERT_VISIT' }));
    await submit(duty({ sourceId: '2', kind: 'COVERT_VISIT', heldOn: '2026-10-01' }));
    await submit(duty({ sourceId: '3', kind: 'CIRCULAR' }));
    const silent = { count: null, difference: null, missing: 'SUBGRAPH_UNAVAILABLE' };
    const own = { difference: null, missing: null };
    expect((await ask('430600')).data.dutyCounts).toEqual([
      { kind: 'CIRCULAR', count: 1, recorded: 1, ...own },
      { kind: 'COVERT_VISIT', recorded: 1, ...silent },
      { kind: 'URGING_LETTER', recorded: 0, ...silent },
    ]);
    const { data } = await bed.run(
      '{ dutyRecords(region: "430000", kind: COVERT_VISIT) { totalCount edges { node { heldOn } } } }',
      {
        caller: fire,
      },
    );
    expect(data.dutyRecords).toMatchObject({
      totalCount: 2,
      edges: [{ node: { heldOn: '2026-08-31' } }, { node: { heldOn: '2026-10-01' } }],
    });
  });

  test('one letter MUST count once, however its number is written and by whichever source it is sent', async () => {
    const letter = (changes: object = {}) =>
      duty({ kind: 'URGING_LETTER', evidence: '临安委函〔2026〕8号', ...changes });
    await submit(letter());
    for (const evidence of ['临安委函[2026]8号', ' 临安委函（２０２６） 008 '])
      expect((await submit(letter({ sourceId: '2', evidence }))).rejected).toMatchObject([
        { code: 'RECORD_DUPLICATE' },
      ]);
    const other = await bed.submit('submitDutyRecords', [letter()], { caller: fire, source: 'other' });
    expect(other.data.receipt.rejected).toMatchObject([{ code: 'RECORD_DUPLICATE' }]);
    expect(await submit(letter({ sourceId: '3', evidence: '临安委函〔2026〕9号' }))).toMatchObject({
      accepted: 1,
    });
    await bed.rows(`INSERT INTO duty_record SELECT (json_populate_record(one, json_build_object('id', 'old/1', 'source', 'old', 'duplicate_of', one.id))).*
      FROM duty_record AS one WHERE source_id = '1'`);
    expect((await ask()).data.dutyCounts).toContainEqual(
      expect.objectContaining({ kind: 'URGING_LETTER', recorded: 2 }),
    );
    const { data } = await bed.run('{ dutyRecords { totalCount } }', { caller: fire });
    expect(data.dutyRecords).toEqual({ totalCount: 2 });
  });

  test.each<[string, object, typeof fire, string]>([
    ['another department’s', {}, emergency, 'DEPARTMENT_NOT_YOURS'],
    ['a department of another division', { departmentCode: '430681-FIRE_RESCUE' }, fire, 'FIELD_INVALID'],
    ['what is to come', { heldOn: '2026-10-16' }, fire, 'DATE_OUT_OF_RANGE'],
    [
      'another division’s',
      { regionCode: '430681', departmentCode: '430681-FIRE_RESCUE' },
      fire,
      'OUTSIDE_REGION',
    ],
    ['an unknown kind', { kind: 'PARTY' }, fire, 'ENUM_VALUE_UNKNOWN'],
  ])('%s MUST be refused', async (_, changes, caller, code) => {
    expect((await submit(duty(changes), caller)).rejected).toMatchObject([{ code }]);
  });

  test('the committee MUST be able to tell of others; what is no quarter and who is no agency MUST be refused', async () => {
    expect(await submit(duty(), city)).toMatchObject({ accepted: 1 });
    expect(await ask('430682', '2026')).toFailWith('QUARTER_INVALID');
    expect(await ask('430682', '2026-Q3', as.public)).toFailWith('SHARING_DENIED');
  });
});
