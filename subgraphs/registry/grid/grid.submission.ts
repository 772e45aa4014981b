import { ReferenceUnknown, checkDay, seal, submissionOf, type Database } from '../../kernel';
import { Grid, GridInput, GridPerson, GridPersonInput } from './grid';

export const gridSubmission = submissionOf(Grid, GridInput, { kind: 'grids', row: () => ({}) });

/** The division of each grid that is known. */
async function regionsOf(
  db: Database,
  records: readonly { gridCode: string }[],
): Promise<ReadonlyMap<string, string>> {
  const grids = await db.read<{ code: string; region: string }>(
    'SELECT code, region_code AS region FROM grid WHERE code = ANY($1::varchar[])',
    [records.map(({ gridCode }) => gridCode)],
  );
  return new Map(grids.map(({ code, region }) => [code, region]));
}

export const gridPersonSubmission = submissionOf(GridPerson, GridPersonInput, {
  kind: 'grid-people',
  prepare: async ({ db, settings }, _, records) => ({
    regionOf: await regionsOf(db, records),
    dataKey: settings.dataKey,
  }),
  row({ gridCode, startedOn, endedOn, name }, { regionOf, dataKey }) {
    const regionCode = regionOf.get(gridCode);
    if (!regionCode)
      throw ReferenceUnknown({
        field: 'gridCode',
        target: { zh: '安全生产网格', en: 'grid' },
        got: gridCode,
      });
    checkDay('endedOn', endedOn, { from: startedOn });
    return { regionCode, sealedName: seal(name, dataKey) };
  },
});
