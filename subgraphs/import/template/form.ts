import { CatalogueError, termsIn, valuesCalled, valuesNamed, type Kind, type Words } from '../../kernel';
import type { Column } from '../columns';

type AnyKind = Kind<unknown, unknown>;

/** How the cells of a column are filled in. */
export interface Form {
  /** What the column is. */
  says: Words;
  /** How it is written. */
  shape: Words;
  /** What may stand in it, each by its value and its term; empty where that is not listed. */
  values: string[];
}

export function formOf({ description, kind }: Column): Form {
  const [zh = '', ...rest] = description.split('. ');
  const item = kind.item ?? kind;
  const shape = shapeOf(item);
  return {
    says: { zh, en: rest.join('. ') },
    shape: kind.item
      ? { zh: `${shape.zh}；多项以分号相隔`, en: `${shape.en}; several are joined by semicolons` }
      : shape,
    values: valuesOf(item).map((value) => `${value} ${termsIn(item.enumeration ?? '', value).zh}`),
  };
}

/** The word by which people know a value of an enumeration, where it stands for no other. */
export function wordFor(enumeration: string, value: string): string {
  const { zh } = termsIn(enumeration, value);
  return valuesCalled(enumeration, zh).length === 1 ? zh : value;
}

/** The values that a field takes of its enumeration: some leave out a few. */
export function valuesOf(kind: AnyKind): string[] {
  return kind.enumeration === undefined
    ? []
    : valuesNamed(kind.enumeration).filter((value) => isTaken(kind, value));
}

function isTaken(kind: AnyKind, value: string): boolean {
  try {
    kind.parse(value, '');
    return true;
  } catch (error) {
    if (error instanceof CatalogueError) return false;
    throw error;
  }
}

const ONE_OF_THESE = {
  zh: '所列取值之一，代码或名称均可',
  en: 'one of the values listed, by its code or its term',
};
const AS_DESCRIBED = { zh: '如说明', en: 'as described' };

/** A shape that is the same in both languages is a value that it may be. */
function shapeOf({ enumeration, shape = AS_DESCRIBED }: AnyKind): Words {
  if (enumeration !== undefined) return ONE_OF_THESE;
  return shape.zh === shape.en ? { zh: `形如 ${shape.zh}`, en: `like ${shape.en}` } : shape;
}
