/** Which way imports point (docs/decisions/0002). @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      from: { pathNot: '^subgraphs/kernel/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'kernel-imports-no-subgraph',
      severity: 'error',
      from: { path: '^subgraphs/kernel/' },
      to: { path: '^(subgraphs/(?!kernel/)|gateway|migrations|schema)' },
    },
    {
      name: 'subgraphs-know-each-other-by-key-only',
      severity: 'error',
      from: { path: '^subgraphs/(registry|equipment|quality|enforcement|training|credit|hazards|matters)/' },
      to: { path: '^subgraphs/', pathNot: ['^subgraphs/$1/', '^subgraphs/kernel/index\\.ts$'] },
    },
    {
      name: 'one-door',
      severity: 'error',
      from: { pathNot: '^(subgraphs/kernel/|tests/)' },
      to: { path: '^subgraphs/kernel/', pathNot: '^subgraphs/kernel/index\\.ts$' },
    },
    {
      name: 'gateway-comes-through-the-list',
      severity: 'error',
      from: { path: '^gateway/' },
      to: { path: '^subgraphs/[^/]+/', pathNot: '^subgraphs/(kernel|demo)/index\\.ts$' },
    },
    {
      name: 'migrations-are-typeorm-only',
      severity: 'error',
      from: { path: '^migrations/[a-z]+/' },
      to: { pathNot: '^(node_modules/typeorm|typeorm)' },
    },
    { name: 'rules-are-pure', severity: 'error', from: { path: '\\.rules\\.ts$' }, to: { path: 'node_modules/(typeorm|type-graphql)' } },
    { name: 'services-know-no-graphql', severity: 'error', from: { path: '\\.service\\.ts$' }, to: { path: 'node_modules/type-graphql' } },
    { name: 'resolvers-know-no-tables', severity: 'error', from: { path: '\\.resolver\\.ts$' }, to: { path: 'node_modules/typeorm' } },
    { name: 'nothing-imports-tests', severity: 'error', from: { pathNot: '^tests/' }, to: { path: '^tests/' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^gateway/sandbox/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['require', 'node', 'default', 'import'] },
  },
};
