import { as } from '../../support/callers';
import { fire, make, registryBed, usccOf } from './sample';

const FEED = `query ($after: String, $first: Int, $region: RegionCode) {
  enterpriseChanges(after: $after, first: $first, region: $region) {
    pageInfo { endCursor hasNextPage }
    edges { node { sequence kind fromStatus status legalRepresentative closedBy enterprise { uscc } } }
  }
}`;
interface Change {
  sequence: string;
  kind: string;
  status: string;
  enterprise: { uscc: string };
}

const bed = registryBed();

describe('the changes of enterprises', () => {
  beforeEach(() => bed.empty());

  const feed = async (variables: object = {}) => {
    const answer = await bed.run(FEED, { caller: fire, variables: { first: 100, ...variables } });
    expect(answer).toSucceed();
    const { edges, pageInfo } = answer.data.enterpriseChanges;
    return {
      changes: edges.map(({ node }: { node: Change }) => node) as Change[],
      end: pageInfo.endCursor as string,
    };
  };
  const government = as.officer('GOVERNMENT', '430000', 'decide:registry');
  const close = (number: number, caller = government) =>
    bed.run('mutation ($input: CloseEnterpriseInput!) { closeEnterprise(input: $input) { status } }', {
      caller,
      variables: { input: { uscc: usccOf(number), decision: '临政决〔2026〕1号' } },
    });

  test('a new one, a new state and a new principal MUST each be told once, what else is corrected MUST NOT', async () => {
    await bed.put('submitEnterprises', make.enterprise(1, { legalRepresentative: '甲' }));
    await bed.put(
      'submitEnterprises',
      make.enterprise(1, { revision: 2, legalRepresentative: '甲', name: '改名' }),
    );
    await bed.put(
      'submitEnterprises',
      make.enterprise(1, { revision: 3, legalRepresentative: '乙', status: 'SUSPENDED' }),
    );
    await bed.put(
      'submitEnterprises',
      make.enterprise(1, { revision: 4, legalRepresentative: '乙', status: 'OPERATING' }),
    );
    expect((await feed()).changes.map(({ kind, status }) => [kind, status])).toEqual([
      ['REGISTERED', 'OPERATING'],
      ['STATUS', 'SUSPENDED'],
      ['PRINCIPAL', 'SUSPENDED'],
      ['STATUS', 'OPERATING'],
    ]);
    const history = await bed.run(
      'query ($uscc: Uscc!) { enterprise(uscc: $uscc) { history(first: 1) { totalCount edges { node { fromStatus status } } } } }',
      {
        caller: fire,
        variables: { uscc: usccOf(1) },
      },
    );
    expect(history.data.enterprise.history).toEqual({
      totalCount: 4,
      edges: [{ node: { fromStatus: 'SUSPENDED', status: 'OPERATING' } }],
    });
  });

  test('whoever goes on after the last cursor MUST get what came since, and of a region only', async () => {
    await bed.put('submitEnterprises', make.enterprise(1), make.enterprise(2, { regionCode: '411003' }));
    const { end } = await feed();
    expect((await feed({ after: end })).changes).toEqual([]);
    await bed.put('submitEnterprises', make.enterprise(3));
    expect((await feed({ after: end })).changes.map(({ enterprise }) => enterprise.uscc)).toEqual([
      usccOf(3),
    ]);
    expect((await feed({ region: '410000' })).changes).toHaveLength(1);
  });

  test('twenty batches at once with a reader beside them MUST lose no change and repeat none', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    let writing = true;
    const reader = (async () => {
      for (;;) {
        const last: boolean = !writing;
        const { changes, end } = await feed({ after, first: 7 });
        seen.push(...changes.map(({ sequence }) => sequence));
        after = end ?? after;
        if (last && changes.length === 0) return;
      }
    })();
    await Promise.all(
      Array.from({ length: 20 }, (_, batch) =>
        bed.put(
          'submitEnterprises',
          ...Array.from({ length: 5 }, (_, at) => make.enterprise(batch * 5 + at + 1)),
        ),
      ),
    );
    writing = false;
    await reader;
    expect(seen).toHaveLength(100);
    expect(new Set(seen).size).toBe(100);
  });

  test('a closure MUST be decided by a government or recorded by emergency management, and flow to the others', async () => {
    await bed.put('submitEnterprises', make.enterprise(1), make.enterprise(2, { status: 'CANCELLED' }));
    expect(await close(1, as.officer('MARKET_SUPERVISION', '430000', 'decide:registry'))).toFailWith(
      'CLOSURE_NOT_YOURS',
    );
    expect(await close(1, as.officer('GOVERNMENT', '410000', 'decide:registry'))).toFailWith(
      'OUTSIDE_REGION',
    );
    expect(await close(1, as.officer('GOVERNMENT', '430000', 'write:registry'))).toFailWith('SCOPE_MISSING');
    expect(await close(2)).toFailWith('ENTERPRISE_NOT_OPEN');
    expect((await close(1)).data.closeEnterprise).toEqual({ status: 'REVOKED' });
    expect(await close(1)).toFailWith('ENTERPRISE_NOT_OPEN');
    expect((await feed()).changes.at(-1)).toMatchObject({
      kind: 'STATUS',
      fromStatus: 'OPERATING',
      status: 'REVOKED',
      closedBy: '临政决〔2026〕1号',
    });
    expect(await bed.run(FEED)).toFailWith('SHARING_DENIED');
  });

  test('the list of changes MUST refuse to be changed', async () => {
    await bed.put('submitEnterprises', make.enterprise(1));
    for (const statement of ["UPDATE enterprise_change SET kind = 'X'", 'DELETE FROM enterprise_change']) {
      await expect(bed.rows(statement)).rejects.toThrow('only ever added to');
    }
  });
});
