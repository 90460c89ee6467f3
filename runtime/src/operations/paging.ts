import type { SelectQueryBuilder } from "kysely";

/** Which part of a list is wanted. */
export interface Page {
  readonly limit: number;
  readonly offset: number;
}

/** The rows of a page (operations 1.2): `page` from 1, `per_page` 20 unless told, both validated already. */
export function pageOf(input: { page?: number; per_page?: number }, perPage = input.per_page ?? 20): Page {
  return { limit: perPage, offset: ((input.page ?? 1) - 1) * perPage };
}

/** How many rows match, on all pages together. */
export async function totalOf<Tables, Table extends keyof Tables>(
  matching: SelectQueryBuilder<Tables, Table, object>,
): Promise<number> {
  const counted = await matching.select(({ fn }) => fn.countAll<number>().as("total")).execute();
  return counted.reduce((total, row) => total + Number((row as { total: number | string }).total), 0);
}
