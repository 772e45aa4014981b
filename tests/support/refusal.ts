import { CatalogueError } from '../../subgraphs/kernel';

/** The error of the catalogue that the work is refused with; anything else that it throws, or nothing, is a failure. */
export function refusalOf(work: () => unknown): CatalogueError {
  try {
    work();
  } catch (error) {
    if (error instanceof CatalogueError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

export async function refusalFrom(work: Promise<unknown>): Promise<CatalogueError> {
  const error: unknown = await work.then(
    () => new Error('nothing was refused'),
    (thrown: unknown) => thrown,
  );
  if (error instanceof CatalogueError) return error;
  throw error;
}
