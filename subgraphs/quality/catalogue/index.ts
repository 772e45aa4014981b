import { defineNoun } from '../../kernel';
import { catalogueOf } from './catalogue.lists';
import { CatalogueResolver, categoryFields } from './catalogue.resolver';
import { rowOn } from './catalogue.rules';
import { cccCategorySubmission } from './catalogue.submission';
import { CccCategory } from './ccc-category';
import { KeyProduct, keyProductOf } from './key-product';

/** The catalogue: a category is known by its code, and what a reference leads to is its row of the day. */
export const cccCategory = defineNoun({
  tables: [CccCategory],
  types: [CccCategory, KeyProduct],
  submission: cccCategorySubmission,
  resolvers: [CatalogueResolver, categoryFields],
  references: {
    KeyProduct: ({ code }: { code: string }) => keyProductOf(code),
    CccCategory: async ({ code }: { code: string }, context) => {
      const rows = (await catalogueOf(context)).get(code);
      return rows ? rowOn(rows, context.today) : null;
    },
  },
});
