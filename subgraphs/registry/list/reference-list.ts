import { ObjectType } from 'type-graphql';
import { Served, asId, count, prose, text, type ReferenceList as List } from '../../kernel';

const ALWAYS = { always: true } as const;

@ObjectType({
  description:
    '参考目录. A list that an authority published, as it is held here: from where, of when, how much, and what is missing.',
  simpleResolvers: true,
})
export class ReferenceList implements List {
  @Served('PUBLIC', asId(text(60)), '目录标识. The subgraph and the list.', ALWAYS) id: string;
  @Served('PUBLIC', text(200), '名称. What it is a list of, in both languages.', ALWAYS) name: string;
  @Served('PUBLIC', prose(300), '来源. The document, and where its text was found.', ALWAYS) source: string;
  @Served('PUBLIC', text(20), '截至. The day, month or year of which it is.', ALWAYS) asOf: string;
  @Served('PUBLIC', count, '条数. The number of its rows.', ALWAYS) rows: number;
  @Served('PUBLIC', count, '已核对条数. The number of rows that were held against a text.', ALWAYS)
  verified: number;
  @Served(
    'PUBLIC',
    prose(1000),
    '缺漏和存疑；没有的为空. What is known to be missing or doubtful, in both languages; null where nothing is.',
    { optional: true },
  )
  missing: string | null;
}
