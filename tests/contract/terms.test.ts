import { filesIn, read } from '../support/sources';

/** 不用的说法，和法律用语. Words that are not those of the law, and what it says instead. */
const TERMS: readonly (readonly [RegExp, string])[] = [
  [/责令停产停用/, '责令暂时停产停业或者停止使用（安全生产法 65）'],
  [/任职禁止/, '任职限制、限制从业'],
  [/回头看属实/, '回头看确认已整改'],
  [/追责时效/, '追究时效'],
  [/信用修复管理规定/, '《市场监督管理信用修复管理办法》'],
  [/停产停用/, '停产停业、停止使用'],
];

/** All that clients and officers read. */
const READ = ['schema/api.graphql', ...filesIn('docs', '.md'), ...filesIn('subgraphs', '.ts')];

describe('the words of the law', () => {
  test.each(TERMS)('%s MUST stand nowhere: the law says %s', (wrong) => {
    expect(READ.length).toBeGreaterThan(200);
    expect(READ.filter((path) => wrong.test(read(path)))).toEqual([]);
  });

  test('the grounds that stop the clock of a case MUST all be there, by the words of the order', () => {
    const schema = read('schema/api.graphql');
    const grounds = ['公告', '检测', '检验', '检疫', '鉴定', '辨认', '听证', '退还多收价款', '中止'];
    const [, reasons = ''] = /enum ClockStopReason \{([^}]*)\}/.exec(schema) ?? [];
    expect(grounds.filter((ground) => !reasons.includes(ground))).toEqual([]);
  });
});
