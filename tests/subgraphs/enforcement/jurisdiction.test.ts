import { enforcement } from '../../../subgraphs/enforcement';
import { testBed } from '../../support/test-bed';
import { TODAY, USCC, investigator, make } from './case-sample';

const HERE = '430682';
const DOCUMENT = '湘市监指〔2026〕3号';

describe('a department of 430682 that decides on an enterprise', () => {
  /** What the register says of every enterprise: mended from test to test. */
  const register: { Enterprise: object } = { Enterprise: {} };
  const bed = testBed(enforcement, { today: TODAY, officer: investigator, says: register });
  beforeEach(() => bed.empty());

  const registeredIn = (code: string | null) =>
    (register.Enterprise = { region: code === null ? null : { code } });
  const OWN_OR_ABOVE = [HERE, '430682101', '430600', '430000', null];

  /** The two doors: a batch of another case system, and the officer’s own step. */
  const doors: Record<string, (ground: object) => Promise<string>> = {
    batch: async (ground) => {
      const { accepted, rejected } = await bed.receipt('submitCases', [make.case(ground)]);
      return accepted === 1 ? 'taken' : `${rejected[0]?.code} ${rejected[0]?.field}`;
    },
    'batch of leads': async (ground) => {
      const lead = make.case({ status: 'LEAD', filedOn: null, ...ground });
      const { accepted, rejected } = await bed.receipt('submitCases', [lead]);
      return accepted === 1 ? 'taken' : `${rejected[0]?.code} ${rejected[0]?.field}`;
    },
    step: async (ground) => {
      const { errors } = await bed.step('registerLead', make.lead({ partyUscc: USCC, ...ground }));
      const { code, field } = (errors?.[0]?.extensions ?? {}) as Record<string, string>;
      return errors ? `${code} ${field}` : 'taken';
    },
  };

  describe.each(Object.keys(doors))('by %s', (door) => {
    const send = (ground: object = {}) => doors[door]?.(ground);

    test.each(OWN_OR_ABOVE)('that is registered in %s MUST give no ground', async (code) => {
      registeredIn(code);
      expect(await send()).toBe('taken');
    });

    test.each(['411003', '430681', '430700', '510000'])(
      'that is registered in %s MUST say why it decides all the same',
      async (code) => {
        registeredIn(code);
        expect(await send()).toBe('JURISDICTION_UNSTATED partyUscc');
        expect(await send({ jurisdictionGround: 'ACT_PLACE' })).toBe('taken');
      },
    );

    test.each(['DESIGNATED', 'TRANSFERRED', 'ENTRUSTED'])(
      'by reason of %s MUST name the document',
      async (jurisdictionGround) => {
        registeredIn('411003');
        expect(await send({ jurisdictionGround })).toBe('FIELD_MISSING jurisdictionDocument');
        expect(await send({ jurisdictionGround, jurisdictionDocument: DOCUMENT })).toBe('taken');
        const [row] = await bed.rows(
          'SELECT jurisdiction_ground AS ground, jurisdiction_document AS document FROM enforcement_case',
        );
        expect(row).toEqual({ ground: jurisdictionGround, document: DOCUMENT });
      },
    );

    test('MUST wait while the register cannot be asked', async () => {
      register.Enterprise = { region: HERE };
      expect(await send()).toBe('REFERENCE_UNCHECKED partyUscc');
    });
  });
});
