// The editor that GraphiQL bundles, which comes without types under this name.
declare module 'monaco-graphql/esm/monaco-editor' {
  export * from 'monaco-editor';
}
