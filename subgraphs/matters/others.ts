import {
  EnterpriseRole,
  asId,
  departmentCode,
  listOf,
  maybe,
  oneOf,
  regionCode,
  stub,
  text,
  uscc,
} from '../kernel';

export const Department = stub(
  'Department',
  { code: departmentCode },
  { from: 'registry', term: { zh: '部门', en: 'department' } },
);
export const LegalRule = stub('LegalRule', { version: asId(text(200)) }, { from: 'registry' });
export const Region = stub('Region', { code: regionCode }, { from: 'registry' });
/** What says whether an enterprise is in the scope of a matter. */
export const Enterprise = stub(
  'Enterprise',
  { uscc },
  {
    from: 'registry',
    needs: {
      industryCode: maybe(text(4)),
      roles: maybe(listOf(oneOf(EnterpriseRole))),
      region: maybe(() => Region),
    },
  },
);

export type Enterprise = InstanceType<typeof Enterprise>;
