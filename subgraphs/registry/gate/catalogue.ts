import {
  DepartmentKind,
  arrayOf,
  code,
  date,
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
