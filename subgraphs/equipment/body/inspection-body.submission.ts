import { ReferenceUnknown, checkDay, seal, submissionOf } from '../../kernel';
import { InspectionBody, InspectionBodyInput } from './inspection-body';
import { Inspector, InspectorInput } from './inspector';

export const inspectionBodySubmission = submissionOf(InspectionBody, InspectionBodyInput, {
  kind: 'inspection-bodies',
  row({ validFrom, validUntil }) {
    checkDay('validUntil', validUntil, { from: validFrom });
    return {};
  },
});

export const inspectorSubmission = submissionOf(Inspector, InspectorInput, {
  kind: 'inspectors',
  async prepare({ db, settings }, _, records) {
    const bodies = await db.read<{ id: string; region: string }>(
      'SELECT id, region_code AS region FROM inspection_body WHERE id = ANY($1::varchar[])',
      [records.map(({ bodyId }) => bodyId)],
    );
    return { regionOf: new Map(bodies.map(({ id, region }) => [id, region])), dataKey: settings.dataKey };
  },
  row({ bodyId, name }, { regionOf, dataKey }) {
    const regionCode = regionOf.get(bodyId);
    if (!regionCode)
      throw ReferenceUnknown({
        field: 'bodyId',
        target: { zh: '检验检测机构', en: 'inspection body' },
        got: bodyId,
      });
    return { regionCode, sealedName: seal(name, dataKey) };
  },
});
