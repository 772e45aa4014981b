/** Which way imports point (docs/decisions/0002, 0003; CONTRIBUTING.md). By patterns: a subgraph that is added is under them without being named. */

/** A folder of subgraphs/ that is a subgraph; $1 is its name. */
const SUBGRAPH = '^subgraphs/(?!(?:kernel|import|demo|embedded-postgres)/)([^/]+)/';
/** A file of the same subgraph as the one that imports it, by what follows its folder. */
const own = (/** @type {string} */ rest) => `^subgraphs/$1/${rest}`;
/** The one door of the subgraph, which only those outside go through. */
const FACE = own('index\\.ts$');

/** @type {import('dependency-cruiser').IConfiguration} */
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
      from: { path: SUBGRAPH },
      to: {
        path: '^(subgraphs|gateway|migrations|schema)/',
        pathNot: [own(''), '^subgraphs/kernel/index\\.ts$'],
      },
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

    // inside a subgraph: index ▶ resolver ▶ steps, service ▶ rules ▶ noun; lists, loaders ▶ noun
    {
      name: 'the-face-is-for-those-outside',
      severity: 'error',
      from: { path: SUBGRAPH },
      to: { path: FACE },
    },
    {
      name: 'only-a-face-imports-resolvers',
      severity: 'error',
      // of the subgraph, or of one noun
      from: { path: SUBGRAPH, pathNot: '/index\\.ts$' },
      to: { path: own('.*\\.resolver\\.ts$') },
    },
    {
      name: 'reading-decides-and-changes-nothing',
      severity: 'error',
      from: { path: `${SUBGRAPH}.*\\.(loaders|lists)\\.ts$` },
      to: { path: own('.*\\.(service|steps|submission)\\.ts$') },
    },
    {
      name: 'rules-know-only-nouns',
      severity: 'error',
      from: { path: `${SUBGRAPH}.*\\.rules\\.ts$` },
      to: { path: own('.*\\.(service|steps|submission|loaders|lists)\\.ts$') },
    },
    {
      name: 'a-noun-knows-nobody',
      severity: 'error',
      // hazard/hazard.ts: the file that is named like its folder
      from: { path: `${SUBGRAPH}([^/]+)/\\2\\.ts$` },
      to: { path: own('.*\\.(service|steps|submission|loaders|lists)\\.ts$') },
    },

    {
      name: 'rules-are-pure',
      severity: 'error',
      from: { path: '\\.rules\\.ts$' },
      to: { path: 'node_modules/(typeorm|type-graphql|sql-template-tag|pg)/' },
    },
    {
      name: 'services-know-no-graphql',
      severity: 'error',
      from: { path: '\\.service\\.ts$' },
      to: { path: 'node_modules/type-graphql/' },
    },
    {
      name: 'resolvers-know-no-tables',
      severity: 'error',
      from: { path: '\\.resolver\\.ts$' },
      to: { path: 'node_modules/typeorm/' },
    },
    {
      name: 'the-command-line-is-outermost',
      severity: 'error',
      from: { pathNot: '^(cli|docs|tests)/' },
      to: { path: '^cli/' },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { pathNot: '^tests/' },
      to: { path: '^tests/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^gateway/sandbox/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['require', 'node', 'default', 'import'],
    },
  },
};
