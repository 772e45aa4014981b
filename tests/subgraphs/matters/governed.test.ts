import { as } from '../../support/callers';
import { OPEN, ROOM, TODAY, actsOn, culture, decision, governedBed, government } from './governed';
import { county, emergency, fire } from './sample';

const bed = governedBed();
const { taken, create, draftOf, change, decide, signed, made, matter, formOf } = actsOn(bed);

describe('a matter', () => {
  beforeEach(() => bed.empty());

  test('MUST be one only once it was drafted, signed and decided, with meeting and document', async () => {
    const drafted = await create();
    expect(drafted.data.step).toMatchObject({ code: 'ESCAPE_ROOM', status: 'DRAFTED', onlyHere: true });
    const id = await draftOf(drafted);
    expect(await matter()).toBeNull();
    await signed(id, culture, fire);
    expect(await matter()).toBeNull();
    expect((await decide(id)).data.step).toMatchObject({ status: 'DECIDED', formerLead: null });
    expect(await matter()).toEqual({
      code: 'ESCAPE_ROOM',
      status: 'IN_FORCE',
      onlyHere: true,
      name: '剧本娱乐',
      leadBasis: 'IN_CHARGE',
      leadDepartment: { code: '430682-CULTURE_TOURISM' },
      region: { code: '430682' },
    });
    expect(await matter('ESCAPE_ROOM', '2026-10-14')).toBeNull();
    const { data } = await bed.run(
      `{ matterVersion(id: "${id}") { meeting document decidedOn inForceFrom decidedBy { code } } }`,
    );
    expect(data.matterVersion).toEqual({
      meeting: decision.meeting,
      document: decision.document,
      decidedOn: TODAY,
      inForceFrom: TODAY,
      decidedBy: { code: '430682-SAFETY_COMMITTEE' },
    });
  });

  test('MUST be drafted by the office of the committee, and decided by another officer of committee or government', async () => {
    expect(await create({}, fire)).toFailWith('COMMITTEE_ONLY');
    expect(await create({}, as.officer('SAFETY_COMMITTEE', '430681', 'write:matters'))).toFailWith(
      'OUTSIDE_REGION',
    );
    const id = await draftOf(await create());
    await signed(id, culture, fire);
    expect(await decide(id, {}, county)).toFailWith('DECIDER_MUST_DIFFER');
    const lead = as.officer('CULTURE_TOURISM', '430682', 'decide:matters');
    expect(await decide(id, {}, lead)).toFailWith('MATTER_DECIDER_WRONG');
    expect(await decide(id, {}, as.officer('SAFETY_COMMITTEE', '430682', 'write:matters'))).toFailWith(
      'SCOPE_MISSING',
    );
    expect(await decide(id, {}, government)).toSucceed();
  });

  test('whose duty is unclear MUST be decided by the government: the nearest in its work', async () => {
    const id = await draftOf(await create({ basis: 'SIMILAR_BUSINESS' }));
    await signed(id, culture, fire);
    expect(await decide(id)).toFailWith('GOVERNMENT_DECIDES');
    expect(await decide(id, {}, government)).toSucceed();
  });

  test('MUST NOT be decided before all who are named have answered, or their period is over', async () => {
    const id = await draftOf(await create());
    expect(await decide(id)).toFailWith('STEP_NOT_ALLOWED');
    await signed(id, culture);
    expect(await bed.step('signMatter', { id }, emergency)).toFailWith('MATTER_NOT_ASKED');
    expect(await decide(id)).toFailWith('OPINIONS_MISSING');
    bed.on('2026-10-21');
    expect(await decide(id)).toSucceed();
  });

  test('that somebody objects to MUST NOT be decided without a ruling; who revises it asks all anew', async () => {
    const id = await draftOf(await create());
    await signed(id, culture);
    await taken('objectToMatter', { id, reason: '场所消防不归我单位牵头' }, fire);
    expect(await decide(id)).toFailWith('RULING_MISSING');
    await taken('reviseMatter', { id, reason: '修改后再征求意见' });
    await signed(id, fire);
    expect(await decide(id)).toFailWith('OPINIONS_MISSING');
    await taken('objectToMatter', { id, reason: '仍有异议' }, culture);
    const ruling = '由文旅局牵头，消防救援大队负责场所消防';
    expect((await decide(id, { ruling })).data.step).toMatchObject({ status: 'DECIDED', ruling });
    const { data } = await bed.run(`{ matterVersion(id: "${id}") { history { step reason } } }`, {
      caller: fire,
    });
    const steps = data.matterVersion.history.map(({ step }: { step: string }) => step);
    expect(steps).toEqual([
      'DRAFTED',
      'CIRCULATED',
      'SIGNED',
      'OBJECTED',
      'REVISED',
      'CIRCULATED',
      'SIGNED',
      'OBJECTED',
      'DECIDED',
    ]);
  });

  test('that was decided against or withdrawn MUST be none, and its code is free', async () => {
    const id = await draftOf(await create());
    expect(await create()).toFailWith('MATTER_DRAFT_OPEN');
    await signed(id, culture, fire);
    expect((await decide(id, { approve: false, inForceFrom: null })).data.step.status).toBe('REFUSED');
    const again = await draftOf(
      await create({ leadDepartment: '430682-FIRE_RESCUE', cooperatingDepartments: null }),
    );
    await taken('withdrawMatter', { id: again, reason: '合成数据' });
    expect(await matter()).toBeNull();
    await made();
    expect(await create()).toFailWith('MATTER_CODE_TAKEN');
  });

  test.each<[string, object, string]>([
    ['a lead of another division', { leadDepartment: '430600-HOUSING' }, 'FIELD_INVALID'],
    ['a lead that there is not', { leadDepartment: '430682-WATER' }, 'REFERENCE_UNKNOWN'],
    ['a lead that cooperates', { cooperatingDepartments: ['430682-CULTURE_TOURISM'] }, 'LEAD_COOPERATES'],
    ['a code that is taken', { code: 'ELEVATOR' }, 'MATTER_CODE_TAKEN'],
    ['no basis', { newRisk: 'NR-0' }, 'NOT_FOUND'],
  ])('with %s MUST NOT be drafted', async (_, changes, code) => {
    expect(await create(changes)).toFailWith(code);
  });

  test('drafts MUST be known to agencies only', async () => {
    const id = await draftOf(await create());
    const ask = `{ matterVersion(id: "${id}") { status } matterVersions(filter: { region: "430682" }) { totalCount } }`;
    expect((await bed.run(ask)).data).toEqual({ matterVersion: null, matterVersions: { totalCount: 0 } });
    expect((await bed.run(ask, { caller: fire })).data).toEqual({
      matterVersion: { status: 'DRAFTED' },
      matterVersions: { totalCount: 1 },
    });
  });

  test('those of the source documents MUST each have their decision: the document', async () => {
    const { data } = await bed.run(
      '{ matters { code versions { totalCount edges { node { nth kind status sourceDocument inForceFrom decidedBy { code } } } } } }',
    );
    expect(data.matters).toHaveLength(19);
    for (const { versions } of data.matters) {
      expect(versions.totalCount).toBe(1);
      expect(versions.edges[0].node).toMatchObject({
        nth: 1,
        kind: 'CREATE',
        status: 'DECIDED',
        decidedBy: null,
      });
      expect(versions.edges[0].node.sourceDocument).toMatch(/\S/);
    }
  });
});

describe('the history of a matter', () => {
  beforeEach(() => bed.empty());

  test('a change of the lead MUST hold from its day on, and hand over what is open by a list that both sign', async () => {
    await made();
    const id = await draftOf(
      await change({ leadDepartment: '430682-FIRE_RESCUE', cooperatingDepartments: [], basis: 'PRINCIPAL' }),
    );
    await signed(id, fire);
    const from = '2026-11-01';
    expect((await decide(id, { inForceFrom: from })).data.step.formerLead).toEqual({
      code: '430682-CULTURE_TOURISM',
    });
    expect(await matter()).toMatchObject({ leadDepartment: { code: '430682-CULTURE_TOURISM' } });
    expect(await matter('ESCAPE_ROOM', from)).toMatchObject({
      leadBasis: 'PRINCIPAL',
      leadDepartment: { code: '430682-FIRE_RESCUE' },
    });
    bed.on(from);
    expect(await matter()).toMatchObject({ leadDepartment: { code: '430682-FIRE_RESCUE' } });
    const items = ['YH430682-2026-0001'];
    expect(await bed.step('takeOverMatter', { id }, fire)).toFailWith('HANDOVER_ORDER');
    expect(await bed.step('handOverMatter', { id, items }, fire)).toFailWith('HANDOVER_NOT_YOURS');
    await taken('handOverMatter', { id, items }, culture);
    expect(await bed.step('handOverMatter', { id, items: [] }, culture)).toFailWith('HANDOVER_ORDER');
    expect(await taken('takeOverMatter', { id }, fire, 'handoverItems handedOverOn takenOverOn')).toEqual({
      handoverItems: [...OPEN, ...items],
      handedOverOn: from,
      takenOverOn: from,
    });
  });

  test('a provisional lead MUST end with its last day, and that nobody leads is said', async () => {
    const id = await draftOf(await create({ provisionalUntil: '2026-12-31' }));
    await signed(id, culture, fire);
    expect(await decide(id, { inForceFrom: '2026-12-31' })).toFailWith('PROVISIONAL_END_WRONG');
    expect(await decide(id)).toSucceed();
    expect(await formOf('ESCAPE_ROOM', '430682', '2026-12-31')).toMatchObject({
      leadDepartment: { code: '430682-CULTURE_TOURISM' },
      leadMissing: null,
    });
    expect(await formOf('ESCAPE_ROOM', '430682', '2027-01-01')).toMatchObject({
      leadDepartment: null,
      leadMissing: 'LEAD_ENDED',
    });
  });

  test('a matter that was retired MUST be none from that day on, and still be told of', async () => {
    await made();
    const answer = await bed.step(
      'retireMatter',
      ROOM,
      county,
      'versions(filter: { status: DRAFTED }) { edges { node { id } } }',
    );
    const id = await draftOf(answer);
    await signed(id, culture, fire);
    expect(await decide(id, { inForceFrom: '2026-10-16' })).toSucceed();
    const codes = async () =>
      (await bed.run('{ matters { code } }')).data.matters.map(({ code }: { code: string }) => code);
    expect(await codes()).toContain('ESCAPE_ROOM');
    bed.on('2026-10-16');
    expect(await codes()).not.toContain('ESCAPE_ROOM');
    expect(await matter()).toMatchObject({ status: 'RETIRED' });
  });
});
