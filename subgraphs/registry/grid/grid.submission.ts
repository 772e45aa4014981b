import { InputType } from 'type-graphql';
import { ReferenceUnknown, Sent, SubmittedInput, date, regionCode, seal, text, type Submission, checkDay } from '../../kernel';
import { Grid, GridPerson } from './grid';

@InputType({ description: '网格报送. A grid as it is submitted.' })
export class GridInput extends SubmittedInput {
  @Sent(text(40), '网格编号. Its code.')
  code: string;

  @Sent(text(100), '名称. Its name.')
  name: string;

  @Sent(regionCode, '乡镇（街道）或村（社区）区划代码. The town or the village, 9 or 12 digits.')
  regionCode: string;

  @Sent(text(40), '监管单位代码，如 430682-EMERGENCY_MANAGEMENT. The department that answers for it.')
  departmentCode: string;
}

@InputType({ description: '网格监管人员报送. A person of a grid as it is submitted.' })
export class GridPersonInput extends SubmittedInput {
  @Sent(text(40), '网格编号. The grid.')
  gridCode: string;

  @Sent(text(60), '姓名. The name; it is sealed.')
  name: string;

  @Sent(text(60), '岗位. The post.')
  post: string;

  @Sent(text(500), '监管职责. What the person answers for.')
  duty: string;

  @Sent(date, '到岗日期. The first day in the post.')
  startedOn: string;

  @Sent(date, '离岗日期. The last day in the post.', { optional: true })
  endedOn: string | null;
}

export const gridSubmission: Submission<GridInput, Grid, null> = {
  kind: 'grids',
  term: { zh: '安全生产网格', en: 'grid' },
  mutation: 'submitGrids',
  subgraph: 'registry',
  input: GridInput,
  entity: Grid,
  key: 'code',
  prepare: async () => null,
  toRow: ({ sourceId: _, revision: __, ...record }) => record,
};

interface Prepared {
  /** The division of each grid that is known. */
  regionOf: ReadonlyMap<string, string>;
  dataKey: Uint8Array;
}

export const gridPersonSubmission: Submission<GridPersonInput, GridPerson, Prepared> = {
  kind: 'grid-people',
  term: { zh: '网格监管人员', en: 'grid member' },
  mutation: 'submitGridPeople',
  subgraph: 'registry',
  input: GridPersonInput,
  entity: GridPerson,
  key: 'id',
  async prepare({ db, settings }, _, records) {
    const grids = await db.read<{ code: string; region: string }>(
      'SELECT code, region_code AS region FROM grid WHERE code = ANY($1::varchar[])',
      [records.map(({ gridCode }) => gridCode)],
    );
    return { regionOf: new Map(grids.map(({ code, region }) => [code, region])), dataKey: settings.dataKey };
  },
  toRow({ sourceId, revision: _, name, ...record }, { regionOf, dataKey }, source) {
    const { gridCode, startedOn, endedOn } = record;
    const regionCode = regionOf.get(gridCode);
    if (!regionCode) throw ReferenceUnknown({ field: 'gridCode', target: { zh: '安全生产网格', en: 'grid' }, got: gridCode });
    checkDay('endedOn', endedOn, { from: startedOn });
    return { ...record, id: `${source}/${sourceId}`, regionCode, sealedName: seal(name, dataKey) };
  },
};
