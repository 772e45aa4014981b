import fc from 'fast-check';
import { Client } from 'pg';
import { migrate } from '../../migrations/run';
import { enforcement } from '../../subgraphs/enforcement';
import { equipment } from '../../subgraphs/equipment';
import { hazards } from '../../subgraphs/hazards';
import {
  normalCode,
  normalNumber,
  paperForm,
  undashed,
  type SubgraphDefinition,
} from '../../subgraphs/kernel';
import { quality } from '../../subgraphs/quality';
import { registry } from '../../subgraphs/registry';
import { training } from '../../subgraphs/training';
import * as cases from '../subgraphs/enforcement/case-sample';
import * as devices from '../subgraphs/equipment/sample';
import * as found from '../subgraphs/hazards/sample';
import * as samples from '../subgraphs/quality/sample';
import * as register from '../subgraphs/registry/sample';
import * as people from '../subgraphs/training/sample';
import { testBed, type TestBed } from '../support/test-bed';

/** Rows as version 0.1.0 has stored them: what the migration makes of them, and that it is what is read today. */

async function onDatabase<Result>({ url }: TestBed, work: (client: Client) => Promise<Result>) {
  const client = new Client({ connectionString: url });
  await client.connect();
  return work(client).finally(() => client.end());
}

/** Writes into the tables past every rule and trigger, as an older version could, and upgrades. */
async function upgraded(
  bed: TestBed,
  definition: SubgraphDefinition,
  written: readonly string[],
): Promise<void> {
  await onDatabase(bed, async (client) => {
    await client.query(`SET search_path = ${definition.name}; SET session_replication_role = replica`);
    for (const statement of written) await client.query(statement);
    await client.query(
      `DELETE FROM migration WHERE timestamp IN (SELECT max(timestamp) FROM migration WHERE name LIKE 'FormIdentifiers%')`,
    );
  });
  await migrate([definition], () => bed.url);
}

/** The same row once more, under another key and id. */
const copied = (table: string, key: string, from: string, to: string) =>
  `INSERT INTO ${table} SELECT (jsonb_populate_record(one, jsonb_build_object('${key}', '${to}', 'source_id', 'copy of ' || source_id))).*
   FROM ${table} AS one WHERE ${key} = '${from}'`;

describe('the forms in SQL', () => {
  const bed = testBed(hazards);

  test.each([
    ['normal_code', normalCode],
    ['undashed', undashed],
    ['normal_number', normalNumber],
    ['paper_form', paperForm],
  ])('%s MUST be that of the kernel, whatever the text', async (inSql, inKernel) => {
    const near = fc.stringMatching(/^[湘闽市监罚a-zA-Z 　(（〔【<［)）〕】>］\-—－0-9０年号第.]{1,24}$/);
    const numbered = fc
      .tuple(near, fc.constantFrom('(2026)', '〔２０２６年〕', '[ 2026 ]', '【2026】'), near)
      .map((parts) => parts.join(''));
    const inForm = fc
      .tuple(
        fc.stringMatching(/^[湘市罚A-Z()〔-]{0,8}$/),
        fc.constantFrom('〔2026〕1号', '〔2026〕第1号', '〔2026〕01号', '-0b', '/1', '_A'),
      )
      .map((parts) => parts.join(''));
    const texts = fc.sample(fc.oneof(near, numbered, inForm, fc.string({ unit: 'grapheme' })), 3_000);
    const stored = texts.filter((text) => !text.includes('\0'));
    const rows = await bed.rows<{ formed: string }>(
      `SELECT ${inSql}(each) AS formed FROM unnest($1::text[]) WITH ORDINALITY AS one(each, nth) ORDER BY nth`,
      [stored],
    );
    expect(rows.map(({ formed }) => formed)).toEqual(stored.map(inKernel));
  });
});

describe('rows that were stored in another spelling', () => {
  const equipmentBed = devices.equipmentBed();
  test('orders, cylinders, fillings and bodies MUST be found by any spelling after the upgrade, and two of one number both stay', async () => {
    const bed = equipmentBed;
    const [order, other] = [devices.make.order(), devices.make.order()];
    await bed.put('submitEquipmentOrders', order, other);
    await bed.put('submitGasCylinders', devices.make.cylinder({ serial: 'O2-ab' }));
    await bed.put('submitCylinderFillings', devices.make.filling('O2-AB', '2026-06-01', { sourceId: 'f' }));
    await upgraded(bed, equipment, [
      `UPDATE equipment_order SET number = '特监【2026】（临）007', department_code = ' 430682－fire_rescue' WHERE number = '${order.number}'`,
      copied('equipment_order', 'number', other.number, other.number.replace('〔', '[')),
      `UPDATE gas_cylinder SET serial = 'o2－ab'`,
      `UPDATE cylinder_filling SET cylinder_serial = 'o2－ab', id = 'o2－ab/test/f', batch = 'p ７'`,
    ]);
    expect(await bed.rows('SELECT number, department_code FROM equipment_order ORDER BY number')).toEqual(
      [
        { number: '特监〔2026〕(临)007', department_code: '430682-FIRE_RESCUE' },
        { number: other.number, department_code: '430682-MARKET_SUPERVISION' },
        { number: other.number.replace('〔', '['), department_code: '430682-MARKET_SUPERVISION' },
      ].sort((a, b) => Buffer.compare(Buffer.from(a.number), Buffer.from(b.number))),
    );
    expect(await bed.rows('SELECT serial FROM gas_cylinder')).toEqual([{ serial: 'O2-AB' }]);
    expect(await bed.rows('SELECT id, cylinder_serial, batch FROM cylinder_filling')).toEqual([
      { id: 'O2-AB/test/f', cylinder_serial: 'O2-AB', batch: 'P7' },
    ]);
    const again = devices.make.filling('o2-ab', '2026-06-02', { sourceId: 'f', revision: 2 });
    await bed.put('submitCylinderFillings', again);
    const found = await bed.run(
      '{ equipmentOrder(number: "特监[2026] (临)007") { status } gasCylinder(serial: "Ｏ2-ab") { serial } }',
      { caller: devices.officer },
    );
    expect(found.data).toEqual({
      equipmentOrder: { status: 'ISSUED' },
      gasCylinder: { serial: 'O2-AB' },
    });
  });

  const hazardBed = found.hazardBed();
  test('a hazard MUST keep its history, notifications and plans when its number goes into its form', async () => {
    const bed = hazardBed;
    const number = await found.broughtTo(bed, 'SUBMITTED');
    const old = 'YH（2026） 007';
    const renamed = ['hazard_event', 'hazard_notification', 'rectification_plan'].map(
      (table) =>
        `UPDATE ${table} SET ${table === 'hazard_event' ? '' : `id = replace(id, '${number}', '${old}'),`} hazard_number = '${old}'`,
    );
    await bed.put('submitHazards', found.record('9', { sourceId: '9', number: 'HZ-9' }));
    await upgraded(bed, hazards, [
      `UPDATE hazard SET number = '${old}', origin_reference = '湘[2026]01', matter_codes = '{elevator}' WHERE number = '${number}'`,
      ...renamed.map((statement) => `${statement} WHERE hazard_number = '${number}'`),
      copied('hazard', 'number', 'HZ-9', 'HZ－9'),
      `INSERT INTO hazard_event SELECT (jsonb_populate_record(one, '{"hazard_number": "HZ－9"}')).* FROM hazard_event AS one WHERE hazard_number = 'HZ-9'`,
    ]);
    const answer = await bed.run(
      '{ hazard(number: "ＹＨ【2026】7号") { number matterCodes history { step } notifications { id } plan { id } } }',
      { caller: found.market },
    );
    expect(answer).toSucceed();
    const { hazard } = answer.data;
    expect(hazard.number).toBe('YH〔2026〕7号');
    expect(hazard.matterCodes).toEqual(['ELEVATOR']);
    expect(hazard.history.length).toBeGreaterThan(3);
    expect(hazard.notifications.map(({ id }: { id: string }) => id)).toContain('YH〔2026〕7号/1/PRINCIPAL');
    expect(hazard.plan.id).toMatch(/^YH〔2026〕7号\//);
    // two rows of one number: each with its own history
    expect(
      await bed.rows(
        `SELECT hazard_number AS number FROM hazard_event WHERE hazard_number LIKE 'HZ%' ORDER BY 1`,
      ),
    ).toEqual([{ number: 'HZ-9' }, { number: 'HZ－9' }]);
    await expect(
      onDatabase(bed, (client) => client.query(`UPDATE hazards.hazard_event SET reason = ''`)),
    ).rejects.toThrow('append-only');
  });

  const qualityBed = testBed(quality, { today: samples.TODAY, officer: samples.national });
  test('laboratories and what refers to them MUST meet again', async () => {
    const bed = qualityBed;
    await bed.put('submitLaboratories', samples.make.laboratory({ code: 'LAB-1' }));
    const check = samples.make.institutionCheck({ kind: 'LABORATORY', institutionCode: 'LAB-1' });
    await bed.put('submitInstitutionChecks', check);
    await upgraded(bed, quality, [
      `UPDATE laboratory SET code = 'ｌａｂ—1', category_codes = '{om-x}'`,
      `UPDATE institution_check SET institution_code = 'ｌａｂ—1', draw_number = '湘抽(2026)003'`,
    ]);
    expect(await bed.rows('SELECT code, category_codes FROM laboratory')).toEqual([
      { code: 'LAB-1', category_codes: ['OM-X'] },
    ]);
    expect(await bed.rows('SELECT institution_code, draw_number FROM institution_check')).toEqual([
      { institution_code: 'LAB-1', draw_number: '湘抽〔2026〕3号' },
    ]);
  });

  const trainingBed = testBed(training, { today: people.TODAY, officer: people.safety });
  test('chips and codes of welders MUST be found by any spelling', async () => {
    const bed = trainingBed;
    const machine = { sourceId: 'm', chip: 'CHIP-1', regionCode: '430682', registeredOn: '2026-01-01' };
    await bed.put('submitWeldingMachines', machine);
    await upgraded(bed, training, [`UPDATE welding_machine SET chip = 'chip-1'`]);
    expect(await bed.rows('SELECT chip FROM welding_machine')).toEqual([{ chip: 'CHIP-1' }]);
    expect(await bed.receipt('submitWeldingMachines', [{ ...machine, chip: 'Chip－1' }])).toMatchObject({
      unchanged: 1,
    });
  });

  const caseBed = cases.caseBed();
  test('a case MUST keep its history, decision, transfer and lists when its number goes into its form', async () => {
    const bed = caseBed;
    const [number, other] = ['岳(消)立〔2026〕1号', '岳(消)立〔2026〕2号'];
    const [old, copy] = ['岳（消）立〔2026〕1号', '岳（消）立〔2026〕2号'];
    await bed.put('submitCases', cases.make.decided({ number }));
    await bed.put('submitCases', cases.make.case({ sourceId: '2', number: other, relatedNumbers: [number] }));
    const document = '岳(消)罚〔2026〕1号';
    await bed.put('submitPenalties', cases.make.penalty({ documentNumber: document, caseNumber: number }));
    await cases.take(bed, 'proposeTransfer', { number, team: ['zhang', 'chen'] });
    const example = { number, month: '2026-06', title: '典型', summary: '甲公司' };
    await bed.step('nominateCase', example, cases.investigator, 'number');
    const renamed = ['penalty_decision', 'criminal_transfer', 'typical_case'].map(
      (table) => `UPDATE ${table} SET case_number = '${old}'`,
    );
    await upgraded(bed, enforcement, [
      `INSERT INTO case_event VALUES (gen_random_uuid(), '${old}', 'FILE', 'FILED', now(), 'zhang', ''), (gen_random_uuid(), '${copy}', 'FILE', 'FILED', now(), 'zhang', '')`,
      `UPDATE enforcement_case SET number = '${old}', hazard_number = 'YH（2026） 007', origin_reference = '湘抽[2026]01' WHERE number = '${number}'`,
      ...renamed,
      `UPDATE penalty_decision SET document_number = '岳（消）罚〔2026〕1号', department_code = '430682－market_supervision'`,
      copied('enforcement_case', 'number', other, copy),
      `UPDATE enforcement_case SET related_numbers = '{${old},${copy}}', matter_codes = '{elevator}' WHERE number = '${other}'`,
    ]);
    const answer = await bed.run(
      `{ case(number: "${old}") { number hazardNumber originReference criminalTransfer { status }
         history { step } } penalty(documentNumber: "${document}") { case { number } department { code } } }`,
      { caller: cases.head },
    );
    expect(answer).toSucceed();
    expect(answer.data).toMatchObject({
      case: { number, hazardNumber: 'YH〔2026〕7号', originReference: '湘抽〔2026〕1号' },
      penalty: { case: { number }, department: { code: '430682-MARKET_SUPERVISION' } },
    });
    expect(answer.data.case).toMatchObject({
      criminalTransfer: { status: 'PROPOSED' },
      history: [{ step: 'FILE' }],
    });
    expect(await bed.rows('SELECT case_number AS number FROM typical_case')).toEqual([{ number }]);
    // two rows of one number: each with its own history
    expect(await bed.rows('SELECT DISTINCT case_number AS number FROM case_event ORDER BY 1')).toEqual([
      { number },
      { number: copy },
    ]);
    expect(
      await bed.rows(
        'SELECT number, related_numbers AS related, matter_codes AS matters FROM enforcement_case ORDER BY 1',
      ),
    ).toMatchObject([
      { number },
      { number: other, related: [number, copy], matters: ['ELEVATOR'] },
      { number: copy },
    ]);
    await expect(
      onDatabase(bed, (client) => client.query(`UPDATE enforcement.case_event SET reason = ''`)),
    ).rejects.toThrow('takes new rows only');
  });

  const registryBed = register.registryBed();
  test('grids and their people MUST meet again, and licences and closures be told of in one form', async () => {
    const bed = registryBed;
    const grid = { sourceId: 'g', code: 'WG-1', name: '网格', regionCode: '430682' };
    await bed.put('submitGrids', { ...grid, departmentCode: '430682-FIRE_RESCUE' });
    const person = { sourceId: 'p', gridCode: 'WG-1', name: '王五', post: '网格员', duty: '巡查' };
    await bed.put('submitGridPeople', { ...person, startedOn: '2026-01-01' });
    await bed.put('submitEnterprises', register.make.enterprise(1));
    await bed.put('submitPriorLicences', register.make.licence(1));
    await upgraded(bed, registry, [
      `UPDATE grid SET code = 'ｗｇ－1', department_code = '430682－fire_rescue'`,
      `UPDATE grid_person SET grid_code = 'ｗｇ－1'`,
      `UPDATE prior_licence SET number = '湘岳危化经字[2026] 01'`,
      `UPDATE enterprise_change SET closed_by = '临政（2026）第3号'`,
    ]);
    expect(await bed.rows('SELECT code, department_code, grid_code FROM grid, grid_person')).toEqual([
      { code: 'WG-1', department_code: '430682-FIRE_RESCUE', grid_code: 'WG-1' },
    ]);
    expect(await bed.rows('SELECT number, closed_by FROM prior_licence, enterprise_change')).toEqual([
      { number: '湘岳危化经字〔2026〕1号', closed_by: '临政〔2026〕第3号' },
    ]);
    await expect(
      onDatabase(bed, (client) => client.query(`UPDATE registry.enterprise_change SET kind = 'STATUS'`)),
    ).rejects.toThrow('only ever added to');
  });
});
