// What Apollo Server chooses the type of its answers by, which comes without types.
declare module 'negotiator' {
  export default class Negotiator {
    constructor(request: { headers: { accept?: string } });
    mediaType(available: readonly string[]): string | undefined;
  }
}
