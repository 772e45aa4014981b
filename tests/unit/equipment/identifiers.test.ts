import {
  equipmentCode,
  isEquipmentCode,
  isOverdue,
  registrationNumber,
  standingOn,
} from '../../../subgraphs/equipment/device/equipment.rules';
import { uscc } from '../../../subgraphs/kernel';
import type { EquipmentStatus } from '../../../subgraphs/equipment/device/equipment';
import { FAILED, type InspectionConclusion } from '../../../subgraphs/equipment/inspection/inspection.terms';

describe('the identifiers of equipment', () => {
  test.each([
    ['31104310220240001', '17, sequence of four'],
    ['311043102202400001', '18, sequence of five'],
    ['3110431022024A0001', '18, the sequence has overflowed into a letter'],
    ['23T010890201500001', '18, a kind with a letter'],
    ['31103506002016053337', '20, a registration code of the old regime'],
    ['21603101012006010101', '20, of a kind of the earlier catalogue'],
  ])('the device code %s MUST be taken (%s)', (code) => {
    expect(isEquipmentCode(code)).toBe(true);
  });

  test.each([
    ['3110431022024001', '16'],
    ['3110431022024000001', '19'],
    ['311043102302400001', 'made in the year 3024'],
    ['31103506002016133337', 'registered in a thirteenth month'],
    ['31103506002016003337', 'registered in no month'],
    ['011043102202400001', 'a kind cannot begin with 0'],
    ['3110 31022024 0001', 'blanks'],
  ])('the device code %s MUST be refused (%s)', (code) => {
    expect(isEquipmentCode(code)).toBe(false);
    expect(() => equipmentCode.parse(code, 'code')).toThrow(
      expect.objectContaining({ code: 'FIELD_INVALID' }),
    );
  });

  test('a device code MUST be something', () => {
    expect(() => equipmentCode.parse('', 'code')).toThrow(expect.objectContaining({ code: 'TEXT_INVALID' }));
  });

  test('a device code MUST be kept in capitals without blanks and dashes', () => {
    expect(equipmentCode.parse(' 23t0－10890 2015－00001 ', 'code')).toBe('23T010890201500001');
  });

  test.each([
    '梯11湘F00001(24)',
    '梯11闽E3622(16)',
    '车11湘A00001(24)',
    '容15湘A0001(20)',
    '起A0豫A00001(24)',
  ])('the registration number %s MUST be taken', (number) => {
    expect(registrationNumber.parse(number, 'registrationNumber')).toBe(number);
  });

  test('brackets of full width MUST be kept as ordinary ones', () => {
    expect(registrationNumber.parse('梯11湘F00001（24）', 'registrationNumber')).toBe('梯11湘F00001(24)');
  });

  test.each([
    '桥11湘F00001(24)',
    '梯1湘F00001(24)',
    '梯11湘F01(24)',
    '梯11湘F00001',
    '梯11湘00001(24)',
    '梯11湘F00001(2024)',
  ])('the registration number %s MUST be refused', (number) => {
    expect(() => registrationNumber.parse(number, 'registrationNumber')).toThrow(
      expect.objectContaining({ code: 'FIELD_INVALID' }),
    );
  });

  test('a credit code with a wrong check digit MUST be refused', () => {
    expect(uscc.parse('91430682MA4L16JQ90', 'userUscc')).toBe('91430682MA4L16JQ90');
    expect(() => uscc.parse('91430682MA4L16JQ91', 'userUscc')).toThrow(
      expect.objectContaining({ code: 'USCC_INVALID' }),
    );
  });
});

describe('an overdue inspection', () => {
  const device = (
    status: EquipmentStatus,
    nextInspectionDue: string | null,
    lastConclusion: InspectionConclusion | null = 'QUALIFIED',
  ) => ({ status, nextInspectionDue, lastConclusion });

  test('the due day itself MUST be in time and the next day MUST NOT', () => {
    expect(isOverdue(device('IN_USE', '2026-02-28'), '2026-02-28')).toBe(false);
    expect(isOverdue(device('IN_USE', '2026-02-28'), '2026-03-01')).toBe(true);
    expect(isOverdue(device('REGISTERED', '2025-12-31'), '2026-01-01')).toBe(true);
  });

  test.each(['SUSPENDED', 'SCRAPPED', 'CANCELLED', 'UNREGISTERED'] as const)(
    'a device that is %s MUST NOT be overdue',
    (status) => {
      expect(isOverdue(device(status, '2000-01-01'), '2026-01-01')).toBe(false);
    },
  );

  test.each(['REGISTERED', 'IN_USE'] as const)(
    '%s without any inspection a device MUST be overdue',
    (status) => {
      expect(isOverdue(device(status, null, null), '2026-01-01')).toBe(true);
    },
  );

  test.each(FAILED)(
    'a device whose last inspection is %s MUST be overdue, whatever day its report states',
    (failed) => {
      expect(isOverdue(device('IN_USE', '2099-12-31', failed), '2026-01-01')).toBe(true);
    },
  );

  test('of a device that passed without a day for the next inspection it MUST NOT be said whether it is overdue', () => {
    expect(isOverdue(device('IN_USE', null), '2026-01-01')).toBeNull();
    expect(standingOn(device('IN_USE', null), '2026-01-01')).toBe('DUE_UNKNOWN');
  });
});
