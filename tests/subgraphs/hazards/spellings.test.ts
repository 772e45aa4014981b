import { NOTICE, USCC, hazardBed, market, record, take } from './sample';

const bed = hazardBed();
const read = (number: string) =>
  bed.run(`{ hazard(number: "${number}") { number notifications { recipient } } }`, { caller: market });

test('steps, records and notifications MUST be of one hazard, however its number is spelled', async () => {
  const hazard = record('spelled', { number: 'HZ-(2026)-007', status: 'VERIFIED', uscc: USCC });
  await bed.put('submitHazards', hazard);
  const again = { ...hazard, number: 'ＨＺ—【2026】－007' };
  expect(await bed.receipt('submitHazards', [again])).toMatchObject({ unchanged: 1, rejected: [] });
  const number = 'HZ - [2026] - 007';
  expect(await take(bed, 'notifyHazard', { number, ...NOTICE }, market)).toSucceed();
  expect(await take(bed, 'notifyHazard', { number: 'HZ-〔2026〕-007', ...NOTICE }, market)).toFailWith(
    'HAZARD_NOT_VERIFIED',
  );
  const receipt = { number: 'HZ–<2026>–007', recipient: 'PRINCIPAL' };
  expect(await take(bed, 'acknowledgeHazard', receipt, market)).toSucceed();
  expect(await take(bed, 'acknowledgeHazard', { ...receipt, number }, market)).toFailWith(
    'HAZARD_ALREADY_ACKNOWLEDGED',
  );
  const { data } = await read('HZ－（2026）－007');
  expect(data.hazard.notifications).toHaveLength(2);
  expect((await read('hz-(2026)-007')).data.hazard).toEqual(data.hazard);
});
