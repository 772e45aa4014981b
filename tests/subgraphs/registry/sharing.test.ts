import type { Caller } from '../../../subgraphs/kernel';
import { parse } from 'graphql';
import { as, callOf } from '../../support/callers';
import { fire, make, registryBed, usccOf } from './sample';

const GUARDED = 'query ($uscc: Uscc!) { enterprise(uscc: $uscc) { name legalRepresentative contactPhone } }';
const PHONES = '{ enterprises { edges { node { uscc contactPhone } } } }';
const PURPOSE = '燃气专项检查';

interface AuditRow {
  record: string;
}

const bed = registryBed();

describe('who may see the guarded fields of an enterprise', () => {
  beforeAll(async () => {
    const person = { legalRepresentative: '张三', contactPhone: '0730-3712345' };
    await bed.put(
      'submitEnterprises',
      make.enterprise(1, person),
      make.enterprise(2, { ...person, regionCode: '411003' }),
    );
  });

  const granted = as.officer('FIRE_RESCUE', '430600', 'share:conditional');
  const seen = (caller: Caller, purpose?: string, number = 1) =>
    bed.run(GUARDED, { caller, purpose, variables: { uscc: usccOf(number) } });
  /** The records that the work adds to the audit chain. */
  const recorded = async (work: () => Promise<unknown>) => {
    const [before] = await bed.rows<{ last: string }>('SELECT coalesce(max(entry), 0) AS last FROM journal');
    await work();
    const rows = await bed.rows<AuditRow>('SELECT record FROM journal WHERE entry > $1 ORDER BY entry', [
      before?.last,
    ]);
    return rows.map(({ record }) => JSON.parse(record) as Record<string, unknown>);
  };

  test('the public MUST see neither, be told why, and see the rest', async () => {
    const answer = await seen(as.public, PURPOSE);
    expect(answer.data.enterprise).toEqual({
      name: '临湘市第1号公司',
      legalRepresentative: null,
      contactPhone: null,
    });
    expect(
      answer.errors?.map(({ extensions }) => [extensions?.code, extensions?.field, extensions?.level]),
    ).toEqual([
      ['SHARING_DENIED', 'Enterprise.legalRepresentative', 'UNCONDITIONAL'],
      ['SHARING_DENIED', 'Enterprise.contactPhone', 'CONDITIONAL'],
    ]);
  });

  test('the legal representative MUST be shown to any agency, of whatever region, without scope or purpose', async () => {
    for (const caller of [fire, as.officer('HEALTH', '440000')]) {
      expect((await seen(caller)).data.enterprise).toMatchObject({
        legalRepresentative: '张三',
        contactPhone: null,
      });
    }
  });

  test('the phone MUST be shown with scope, purpose and region together', async () => {
    const answer = await seen(granted, PURPOSE);
    expect(answer).toSucceed();
    expect(answer.data.enterprise).toMatchObject({ contactPhone: '0730-3712345' });
  });

  test.each<[string, Caller, string | undefined, string]>([
    [
      'the scope',
      as.officer('FIRE_RESCUE', '430600'),
      PURPOSE,
      'the token lacks the scope share:conditional',
    ],
    ['the purpose', granted, undefined, 'the header X-Access-Purpose states no purpose'],
    [
      'the scope, though its own department holds it',
      as.officer('MARKET_SUPERVISION', '430600'),
      PURPOSE,
      'the token lacks the scope',
    ],
  ])(
    'the phone MUST NOT be shown without %s, and the answer MUST say so',
    async (_, caller, purpose, reason) => {
      const answer = await seen(caller, purpose);
      expect(answer.data.enterprise.contactPhone).toBeNull();
      expect(answer.errors).toHaveLength(1);
      expect(answer.errors?.[0]?.extensions).toMatchObject({
        code: 'SHARING_DENIED',
        field: 'Enterprise.contactPhone',
      });
      expect(answer.errors?.[0]?.message).toContain(reason);
    },
  );

  test('the phone of an enterprise outside the region MUST be null, in a list as well', async () => {
    expect((await seen(granted, PURPOSE, 2)).data.enterprise).toMatchObject({
      legalRepresentative: '张三',
      contactPhone: null,
    });
    const { data } = await bed.run(PHONES, { caller: granted, purpose: PURPOSE });
    expect(data.enterprises.edges).toEqual([
      { node: { uscc: usccOf(2), contactPhone: null } },
      { node: { uscc: usccOf(1), contactPhone: '0730-3712345' } },
    ]);
    expect((await seen({ ...granted, region: null }, PURPOSE)).data.enterprise.contactPhone).toBeNull();
  });

  test('who has read a phone MUST be on record, with purpose and subjects, and never the phone', async () => {
    const records = await recorded(() => bed.run(PHONES, { caller: granted, purpose: PURPOSE }));
    expect(records.map(({ outcome }) => outcome)).toEqual(['shown', 'refused']);
    expect(records[0]).toMatchObject({
      subject: 'test-FIRE_RESCUE-430600',
      department: '430600-FIRE_RESCUE',
      region: '430600',
      purpose: PURPOSE,
      requestId: 'test',
      operation: 'read',
      subjects: [{ type: 'Enterprise', key: usccOf(1) }],
      fields: ['Enterprise.contactPhone'],
      outcome: 'shown',
    });
    expect(JSON.stringify(records)).not.toContain('0730');
  });

  test('a reference MUST keep to the same rule and be on record', async () => {
    const query =
      'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Enterprise { contactPhone } } }';
    const of = [1, 2].map((number) => ({ __typename: 'Enterprise', uscc: usccOf(number) }));
    const records = await recorded(async () => {
      const { data } = await bed.run(query, { caller: granted, purpose: PURPOSE, variables: { of } });
      expect(data._entities).toEqual([{ contactPhone: '0730-3712345' }, { contactPhone: null }]);
    });
    expect(records).toMatchObject([
      { operation: 'read', outcome: 'shown', subjects: [{ type: 'Enterprise', key: usccOf(1) }] },
      { operation: 'read', outcome: 'refused', subjects: [{ type: 'Enterprise', key: usccOf(2) }] },
    ]);
  });

  test('what an agency was refused MUST be on record, one entry a fetch, and what the gateway says was', async () => {
    const records = await recorded(async () => {
      await seen(fire);
      await seen(granted, PURPOSE, 2);
      await bed.run(
        '{ a: enterprises { edges { node { contactPhone } } } enterprises { edges { node { contactPhone } } } }',
        {
          caller: fire,
        },
      );
      const call = { ...callOf(fire), refused: ['Enterprise.contactPhone'] };
      const document = parse('{ __typename }');
      await bed.subgraph.execute({ document }, bed.subgraph.open(call));
      await bed.subgraph.execute({ document }, bed.subgraph.open({ ...call, caller: as.public }));
    });
    const fields = ['Enterprise.contactPhone'];
    const refused = { operation: 'read', outcome: 'refused', fields };
    const whole = { ...refused, subjects: [] };
    expect(records).toMatchObject([
      whole,
      { ...refused, subjects: [{ type: 'Enterprise', key: usccOf(2) }] },
      whole,
      whole,
    ]);
  });

  test('reads of what is public or unconditional MUST NOT write anything, nor what the public is refused', async () => {
    const written = await bed.statementsOf(async () => {
      await seen(as.public);
      await bed.run('{ enterprises { edges { node { legalRepresentative } } } }', { caller: fire });
      await bed.run('{ enterprises { edges { node { name } } } }', { caller: granted, purpose: PURPOSE });
    });
    expect(written).toHaveLength(3);
    expect(written.every((text) => text.startsWith('SELECT'))).toBe(true);
  });

  test('a phone MUST NOT be shown when the record of it cannot be written, and the rest MUST', async () => {
    const { db } = bed.subgraph;
    const transaction = jest.spyOn(db, 'transaction').mockRejectedValue(new Error('the audit store is away'));
    const answer = await seen(granted, PURPOSE).finally(() => transaction.mockRestore());
    expect(answer.data.enterprise).toEqual({
      name: '临湘市第1号公司',
      legalRepresentative: '张三',
      contactPhone: null,
    });
    expect(answer).toFailWith('AUDIT_UNAVAILABLE');
    expect(JSON.stringify(answer)).not.toMatch(/0730|audit store is away/);
  });
});
