import { Query, Resolver } from 'type-graphql';
import { Bounded, Shared, defineNoun, referenceLists } from '../../kernel';
import { ReferenceList } from './reference-list';

/** A test holds their number below it. */
const LONGEST = 50;

@Resolver()
class ReferenceListResolver {
  @Bounded(LONGEST)
  @Shared('PUBLIC')
  @Query(() => [ReferenceList], {
    nullable: true,
    description:
      '参考目录，按标识排列：来源、截至日期、条数和缺漏. The lists that records are read by, ordered by id: source, date, count and what is missing.',
  })
  referenceLists(): ReferenceList[] {
    return referenceLists();
  }
}

export const referenceList = defineNoun({ types: [ReferenceList], resolvers: [ReferenceListResolver] });
