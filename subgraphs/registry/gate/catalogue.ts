import {
  DepartmentKind,
  arrayOf,
  code,
  date,
  declareReferenceList,
  flag,
  objectOf,
  oneOf,
  orNull,
  text,
  whole,
} from '../../kernel';
import file from '../official/prior-licences.json';

/** 前置审批事项目录, as far as it was seen: what is not in it is not known (official/README.md). */
export const priorLicences = objectOf({
  name: text(60),
  edition: text(40),
  complete: flag,
  requirements: arrayOf(
    objectOf({
      number: whole(1, 999),
      item: text(200),
      licence: text(100),
      industries: arrayOf(code(4)),
      everyone: flag,
      authority: orNull(oneOf(DepartmentKind)),
      authorityName: text(100),
      basis: text(300),
      condition: orNull(text(300)),
      until: orNull(date),
      verified: flag,
    }),
  ),
}).parse(file, 'prior-licences.json');

declareReferenceList(
  {
    id: 'registry.prior-licences',
    name: '企业登记前置审批事项目录. What needs approval before registration.',
    source: `${priorLicences.name}（${priorLicences.edition}），据公开转载；此后施行的法律逐条注明`,
    asOf: priorLicences.edition,
    missing:
      '2021 年及以后的版本未见，目录不完整：未列入的行业答复为未知. Editions of 2021 and after were not seen: an industry that is not in it is answered as unknown.',
  },
  () => ({
    rows: priorLicences.requirements.length,
    verified: priorLicences.requirements.filter(({ verified }) => verified).length,
  }),
);
