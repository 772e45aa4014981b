import { defineSubgraph, echo } from '../kernel';
import { ChainStage, Matter, MatterOverview, MatterScope } from './matter/matter';
import { loadReference, matters as knownMatters } from './matter/matter.reference';
import { ChainStageResolver, EnterpriseResolver, MatterResolver } from './matter/matter.resolver';
import { Department, Enterprise } from './references';

export const matters = defineSubgraph({
  name: 'matters',
  title: '一件事. Matters: who leads, who cooperates, who answers for which stage',
  port: 4008,
  resolvers: [MatterResolver, ChainStageResolver, EnterpriseResolver],
  types: [Matter, MatterScope, MatterOverview, ChainStage, Department, Enterprise],
  entities: [Matter],
  references: {
    Matter: ({ code }: { code: string }, context) => knownMatters.pick(context, (table) => table.get(code) ?? null),
    MatterOverview: async ({ matterCode, regionCode }: { matterCode: string; regionCode: string }, context) => {
      const scope = (await knownMatters(context)).get(matterCode)?.scope;
      return scope ? { matterCode, regionCode, scope } : null;
    },
    Department: echo,
    Enterprise: echo,
  },
  loadReference,
});
