// What Apollo Server chooses the type of its answers by, which comes without types.
declare module 'negotiator' {
  export default class Negotiator {
    constructor(request: { headers: Readonly<Record<string, string | string[] | undefined>> });
    mediaType(available: readonly string[]): string | undefined;
    encoding(available: readonly string[], options: { preferred: readonly string[] }): string | undefined;
  }
}
