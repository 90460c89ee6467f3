/** Which part of a list is wanted. */
export interface Page {
  readonly limit: number;
  readonly offset: number;
}

/** The rows of a page (operations 1.2): `page` from 1, `per_page` 20 unless told, both validated already. */
export function pageOf(input: { page?: number; per_page?: number }, perPage = input.per_page ?? 20): Page {
  return { limit: perPage, offset: ((input.page ?? 1) - 1) * perPage };
}
