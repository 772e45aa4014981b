import { asId, asked, date, inputOf, printedCode, text } from '../../kernel';
import { EnforcementCase } from './case';

/** What is stated of a case under another name than it is kept by. */
export const stated = {
  partyName: asked(text(200), '当事人名称或姓名. The name of the party; no identity number.'),
  campaign: asked(
    asId(printedCode(40)),
    '专项行动代码，取自 campaigns. The campaign that it belongs to: a code of campaigns.',
    { optional: true },
  ),
};

export const CaseInput = inputOf(
  EnforcementCase,
  '案件报送. A case as another case system submits it.',
  [
    'number',
    'causeCode',
    'partyKind',
    'partyUscc',
    'partyRegionCode',
    'departmentCode',
    'status',
    'procedure',
    'originKind',
    'originReference',
    'hazardNumber',
    'equipmentCode',
    'relatedNumbers?',
    'industryCode',
    'matterCodes?',
    'leadReceivedOn',
    'decidedOn',
    'deliveredOn',
    'paidOn',
    'executedOn',
    'closedOn',
    'actEndedOn',
    'leadSummary',
    'evidence',
  ],
  {
    defaults: { partyKind: 'ENTERPRISE', procedure: 'ORDINARY', originKind: 'OTHER' },
    also: {
      ...stated,
      filedOn: asked(
        date,
        '立案日期；线索和不予立案的不填. The day on which it was filed; left out of a lead or what was not filed.',
        {
          optional: true,
        },
      ),
    },
  },
);
export type CaseInput = InstanceType<typeof CaseInput>;
