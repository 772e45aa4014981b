// jest reads a TypeScript configuration only with ts-node, which knows no swc
/** @typedef {import('jest').Config} Config */

/** Sources are compiled like in production: by swc, with decorator metadata. */
const transform = {
  '\\.[jt]s$': [
    '@swc/jest',
    {
      jsc: {
        parser: { syntax: 'typescript', decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
        target: 'es2022',
        keepClassNames: true,
      },
      module: { type: 'commonjs' },
      sourceMaps: 'inline',
    },
  ],
};

const project = (/** @type {string} */ name, database = false) => ({
  displayName: name,
  runtime: '<rootDir>/tests/support/shared-modules.cjs',
  testEnvironment: '<rootDir>/tests/support/shared-context.cjs',
  testMatch: [`<rootDir>/tests/${name}/**/*.test.ts`],
  transform,
  // these are published as ES modules only
  transformIgnorePatterns: ['/node_modules/(?!(jose|sql-template-tag|content-disposition|@fastify/static)/)'],
  setupFiles: ['<rootDir>/tests/support/environment.ts'],
  setupFilesAfterEnv: ['<rootDir>/tests/support/matchers.ts', '<rootDir>/tests/support/put-back.ts'],
  ...(database && {
    globalSetup: '<rootDir>/tests/support/database-setup.ts',
    globalTeardown: '<rootDir>/tests/support/database-teardown.ts',
  }),
});

/** @type {Config} */
module.exports = {
  projects: [
    project('architecture'),
    project('contract'),
    project('unit'),
    project('subgraphs', true),
    project('supergraph', true),
  ],
  reporters: ['default', '<rootDir>/tests/support/closing-line.cjs'],
  // nine processes start on a busy machine of two cores in minutes; what hangs still ends
  testTimeout: 300_000,
  maxWorkers: 2,
  // what a test file leaves in memory goes with its worker, before collecting garbage takes longer than the tests
  workerIdleMemoryLimit: '1GB',
};
