import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['node_modules/', 'gateway/sandbox/dist/', '.data/', 'coverage/'] },
  ...tseslint.configs.strictTypeChecked,
  { languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } } },
  {
    rules: {
      // version 8.73 of the rule never ends on a type that holds itself, as an answer's shape does
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // a number, a flag and what is missing read the same in a text as by themselves
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true, allowNullish: true },
      ],
      // `() => work()` hands on whatever work gives, nothing included; a loop that waits sleeps in its head
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // rows are instances of entities, and entities are plain data: their copies lose nothing
      '@typescript-eslint/no-misused-spread': 'off',
      // the interfaces of Apollo, Fastify and typeorm ask for a promise where there may be nothing to wait for
      '@typescript-eslint/require-await': 'off',
      // type-graphql is handed classes that get their fields from decorators applied by data
      '@typescript-eslint/no-extraneous-class': ['error', { allowEmpty: true, allowWithDecorator: true }],
      // an object that is read from JSON or written to it is a map, too
      '@typescript-eslint/no-dynamic-delete': 'off',
      // what a union may be is each said, or has a default
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'max-depth': ['error', 3],
      eqeqeq: 'error',
      'no-console': 'error',
      'no-nested-ternary': 'error',
      'no-sequences': ['error', { allowInParentheses: false }],
      'no-restricted-syntax': [
        'error',
        {
          selector: ':matches(SpreadElement > ObjectExpression, SpreadElement > ArrayExpression)',
          message: 'List the items themselves.',
        },
      ],
    },
  },
  {
    // a noun that names nothing further is told by the type of no names
    files: ['subgraphs/kernel/input.ts', 'subgraphs/kernel/reference.ts'],
    rules: { '@typescript-eslint/no-generated-empty-object-type': 'off' },
  },
  {
    // GraphiQL hands out its actions as methods, which it has bound
    files: ['gateway/sandbox/**'],
    rules: { '@typescript-eslint/unbound-method': 'off' },
  },
  {
    files: ['tests/**'],
    rules: {
      // a GraphQL answer and a jest matcher are of any type, and a test reads them as they come
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-base-to-string': 'off',
      // what `beforeAll` sets up is not there for `afterAll` where it failed, which the types do not know
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // where what a test has written is not there, the test fails at once
      '@typescript-eslint/no-non-null-assertion': 'off',
      // `void` makes of a shorthand a function that gives nothing, whatever its work gives
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      // a matcher is handed a method to look at, not to call
      '@typescript-eslint/unbound-method': 'off',
      // a test that awaits an error says of what kind, and fails if it is another
      '@typescript-eslint/use-unknown-in-catch-callback-variable': 'off',
      // a sample of a dozen facts reads better in groups than one fact a line
      'no-restricted-syntax': 'off',
    },
  },
  // programs of Node alone, of no TypeScript project: there are no types to check by
  { files: ['**/*.mjs', '**/*.cjs'], ...tseslint.configs.disableTypeChecked },
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
);
