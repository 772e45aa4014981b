import { committee, hazardBed, market, record, report, take } from './sample';

const RECORDS = 60;
const WRITERS = 8;
const nationwide = { ...committee, region: '000000' };
const FIGURES = 'found, closed, on_time, on_time_with_extensions, self_reported';

/** What hazard_count must say, counted from the hazards themselves. */
const RECOUNT = `
  SELECT counted_by, grade, region_code, extract(year FROM found_on)::int AS year, member, count(*)::int AS found, count(closed_on)::int AS closed,
    count(*) FILTER (WHERE closed_on <= original_due_on)::int AS on_time, count(*) FILTER (WHERE closed_on <= due_on)::int AS on_time_with_extensions,
    count(*) FILTER (WHERE channel = 'SELF_REPORT')::int AS self_reported
  FROM hazard, LATERAL (VALUES ('TOTAL', ''), ('DOMAIN', domain), ('INDUSTRY', coalesce(left(industry_code, 2), 'NONE'))) AS of (counted_by, member)
  WHERE status NOT IN ('REPORTED', 'DISMISSED') GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5`;
const COUNTED = `
  SELECT counted_by, grade, region_code, year, member, ${FIGURES.split(', ')
    .map((name) => `sum(${name})::int AS ${name}`)
    .join(', ')}
  FROM hazard_count GROUP BY 1, 2, 3, 4, 5 HAVING sum(found) <> 0 ORDER BY 1, 2, 3, 4, 5`;

/** A record as one of the writers knows it: each writer has another division, field, day and state for it. */
function told(at: number, writer: number) {
  const pick = <Item>(items: readonly Item[]) => items[(at + writer) % items.length] as Item;
  const closedOn = (at * writer) % 3 === 0 ? '2025-03-05' : null;
  return record(at, {
    ...{
      revision: writer,
      regionCode: pick(['430682', '430602', '411003']),
      industryCode: pick(['7020', '2619', null]),
    },
    ...{
      domain: pick(['SPECIAL_EQUIPMENT', 'FIRE']),
      grade: pick(['MAJOR', 'MAJOR', 'GENERAL']),
      channel: pick(['SELF_REPORT', 'INSPECTION']),
    },
    ...{
      foundOn: pick(['2023-12-31', '2025-01-01']),
      originalDueOn: '2025-02-01',
      dueOn: pick(['2025-02-01', '2025-04-01']),
    },
    ...{ status: closedOn ? 'CLOSED' : pick(['RECTIFYING', 'REPORTED', 'DISMISSED', 'VERIFIED']), closedOn },
  });
}

const bed = hazardBed();

describe('hazards that are counted ahead', () => {
  const expectRecount = async () => {
    const recounted = await bed.subgraph.db.read(RECOUNT);
    expect(recounted.length).toBeGreaterThan(0);
    expect(await bed.subgraph.db.read(COUNTED)).toEqual(recounted);
  };

  test('with many writers at once, on the same records and in any order, they MUST be what a recount finds', async () => {
    const batch = (writer: number) => {
      const records = Array.from({ length: RECORDS }, (_, at) => told(at, writer));
      return writer % 2 === 0 ? records : records.reverse();
    };
    const steps = Array.from({ length: WRITERS }, async () => {
      const number = await report(bed);
      expect(await take(bed, 'verifyHazard', { number, criterionCode: 'GB45067-4.6-2' }, market)).toSucceed();
    });
    const sent = Array.from({ length: WRITERS }, (_, writer) =>
      bed.submit('submitHazards', batch(writer + 1), { caller: nationwide }),
    );
    await Promise.all([...steps, ...sent]);
    expect(await bed.subgraph.db.read('SELECT count(*)::int AS stored FROM hazard')).toEqual([
      { stored: RECORDS + WRITERS },
    ]);
    await expectRecount();
  });

  test('writers at once MUST each find a slot of their own, so that none waits for another', async () => {
    const { db } = bed.subgraph;
    const insert = (
      number: string,
    ) => `INSERT INTO hazard SELECT (json_populate_record(hazard, '{"number": "${number}", "source_id": "${number}"}')).*
      FROM hazard WHERE status NOT IN ('REPORTED', 'DISMISSED') ORDER BY number LIMIT 1`;
    await db.transaction(async (first) => {
      await first.query(insert('slot-1'));
      // with the same cells, and the first still open
      await db.transaction(async (second) => void (await second.query(insert('slot-2'))));
      await first.query(insert('slot-3'));
    });
    await expectRecount();
    await db.read("DELETE FROM hazard WHERE number LIKE 'slot-%'");
    await expectRecount();
  });

  test('a report MUST count from when it is verified, a dismissed one never, and a step that changes no figure writes none', async () => {
    const found = async () =>
      (await bed.run('{ hazardStatistics(region: "430000", groupBy: TOTAL) { found } }', { caller: market }))
        .data.hazardStatistics[0].found as number;
    const before = await found();
    const number = await report(bed);
    const other = await report(bed);
    expect(await found()).toBe(before);
    expect(await take(bed, 'verifyHazard', { number, criterionCode: 'GB45067-4.6-2' }, market)).toSucceed();
    expect(await take(bed, 'dismissHazard', { number: other, reason: '不属实' }, market)).toSucceed();
    expect(await found()).toBe(before + 1);
    const stamps = () => bed.subgraph.db.read('SELECT xmin::text FROM hazard_count ORDER BY 1');
    const written = await stamps();
    expect(
      await take(bed, 'listHazard', { number, reason: '挂牌' }, { ...committee, subject: 'another' }),
    ).toSucceed();
    expect(await stamps()).toEqual(written);
    await expectRecount();
  });
});
