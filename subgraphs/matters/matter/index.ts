import { defineNoun, type RequestContext } from '../../kernel';
import { Matter, MatterOverview } from './matter';
import { matters } from './matter.official';
import {
  MatterResolver,
  enterpriseMatters,
  matterFields,
  overviewFields,
  stageFields,
} from './matter.resolver';

function matterOf(context: RequestContext, code: string) {
  return matters.pick(context, (known) => known.get(code) ?? null);
}

export const matter = defineNoun({
  entity: Matter,
  find: matterOf,
  one: {
    name: 'matter',
    says: '按代码查事项. The matter with this code.',
    level: 'PUBLIC',
    key: 'code',
    keySays: '事项代码. The code of the matter.',
  },
  resolvers: [overviewFields, matterFields, stageFields, enterpriseMatters, MatterResolver],
  types: [MatterOverview],
  references: {
    async MatterOverview(
      { matterCode, regionCode }: { matterCode: string; regionCode: string },
      context: RequestContext,
    ) {
      const known = await matterOf(context, matterCode);
      return known && { matterCode, regionCode, scope: known.scope };
    },
  },
});
