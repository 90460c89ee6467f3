// Generated from spec/ by `servicialo-gen generate`. Do not edit: change the specification and generate again.

import { type TSchema, Type } from "typebox";
import type { OperationId } from "./operations.ts";
import * as typebox from "./typebox.ts";

/** An HTTP route of the protocol, ready for `fastify.route` once a handler is added. */
export interface RouteDefinition {
  readonly operationId: OperationId;
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Whole path in Fastify's notation. */
  readonly url: string;
  /** The first operation on the same method and path; the bodies tell the two apart. */
  readonly sharedWith?: OperationId;
  readonly schema: {
    readonly params?: TSchema;
    readonly querystring?: TSchema;
    readonly body?: TSchema;
    readonly response: Readonly<Record<number, TSchema>>;
  };
}

/** Every operation's route. */
export const routes: readonly RouteDefinition[] = [
  {
    operationId: "health.live",
    method: "GET",
    url: "/health",
    schema: {
      response: {
        200: typebox.Health,
      },
    },
  },
  {
    operationId: "visits.book",
    method: "POST",
    url: "/servicialo/v1/visits",
    schema: {
      body: Type.Object({
        data: Type.Object({
          type: Type.Literal("visits"),
          attributes: typebox.BookVisit,
        }),
      }),
      response: {
        200: Type.Object({
          data: Type.Object({
            type: Type.Literal("visits"),
            id: typebox.Id,
            attributes: typebox.Visit,
          }),
        }),
        201: Type.Object({
          data: Type.Object({
            type: Type.Literal("visits"),
            id: typebox.Id,
            attributes: typebox.Visit,
          }),
        }),
      },
    },
  },
  {
    operationId: "visits.close",
    method: "PATCH",
    url: "/servicialo/v1/visits/:visit_id",
    schema: {
      params: Type.Object({
        visit_id: typebox.Id,
      }),
      body: Type.Object({
        data: Type.Object({
          type: Type.Literal("visits"),
          attributes: Type.Object({
            note: Type.String(),
          }),
        }),
      }),
      response: {
        200: Type.Object({
          data: Type.Object({
            type: Type.Literal("visits"),
            id: typebox.Id,
            attributes: typebox.Visit,
          }),
        }),
      },
    },
  },
  {
    operationId: "visits.get",
    method: "GET",
    url: "/servicialo/v1/visits/:visit_id",
    schema: {
      params: Type.Object({
        visit_id: typebox.Id,
      }),
      response: {
        200: Type.Union([Type.Object({
          data: Type.Object({
            type: Type.Literal("visits"),
            id: typebox.Id,
            attributes: typebox.Visit,
          }),
        }), Type.Object({
          data: Type.Object({
            type: Type.Literal("group_visits"),
            id: typebox.Id,
            attributes: typebox.GroupVisit,
          }),
        })]),
      },
    },
  },
  {
    operationId: "visits.list",
    method: "GET",
    url: "/servicialo/v1/visits",
    schema: {
      querystring: Type.Object({
        day: Type.Optional(typebox.Day),
        person: Type.Optional(typebox.Id),
        limit: Type.Optional(Type.Integer({ minimum: -2147483648, maximum: 2147483647, default: 20 })),
      }, { allOf: [{ oneOf: [{ required: ["day"] }, { required: ["person"] }] }] }),
      response: {
        200: Type.Object({
          data: Type.Array(Type.Object({
            type: Type.Literal("visits"),
            id: typebox.Id,
            attributes: typebox.Visit,
          })),
          meta: Type.Object({
            total: Type.Integer({ minimum: -2147483648, maximum: 2147483647 }),
          }),
        }),
      },
    },
  },
  {
    operationId: "visits.move",
    method: "PATCH",
    url: "/servicialo/v1/visits/:visit_id",
    sharedWith: "visits.close",
    schema: {
      params: Type.Object({
        visit_id: typebox.Id,
      }),
      body: Type.Object({
        data: Type.Object({
          type: Type.Literal("visits"),
          attributes: Type.Object({
            day: typebox.Day,
          }),
        }),
      }),
      response: {
        200: Type.Union([Type.Object({
          data: Type.Object({
            type: Type.Literal("visits"),
            id: typebox.Id,
            attributes: typebox.Visit,
          }),
        }), Type.Object({
          data: Type.Object({
            type: Type.Literal("group_visits"),
            id: typebox.Id,
            attributes: typebox.GroupVisit,
          }),
        })]),
      },
    },
  },
];
