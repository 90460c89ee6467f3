import {
  type Context,
  context,
  defaultTextMapGetter,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import { setGlobalErrorHandler, W3CTraceContextPropagator } from "@opentelemetry/core";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { resourceFromAttributes } from "@opentelemetry/resources";
import { BatchSpanProcessor, TracerProvider } from "@opentelemetry/sdk-trace";
import type { FastifyReply, FastifyRequest } from "fastify";
import { ProtocolError, ProtocolErrors } from "../errors.ts";
import { operationOfRequest } from "./observed-request.ts";
import type { Step, Tracing } from "./tracing.ts";

/** Milliseconds after which spans are sent on at the latest. */
const SEND_AFTER_MS = 2_000;

/** Milliseconds that one try to send, and what is left at the end, may take. */
const SEND_PATIENCE_MS = 5_000;
const LAST_SEND_MS = 1_000;

/** Says on the terminal, once, that nothing arrives: the node goes on without. */
function tellOnce(endpoint: string): () => void {
  let told = false;
  return () => {
    if (!told) console.error(`servicialo-node: traces do not arrive at ${endpoint}; the node goes on without.`);
    told = true;
  };
}

/**
 * Traces by OpenTelemetry: a span for each request and each step of the pipeline, sent to an OTLP receiver over HTTP.
 * Attributes are names of the protocol, routes and codes: no path, no header, no id of a person, no message.
 * @param endpoint address of the receiver; `/v1/traces` is put behind it
 */
export function openTelemetry(endpoint: string): Tracing {
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  setGlobalErrorHandler(tellOnce(endpoint));
  const provider = new TracerProvider({
    resource: resourceFromAttributes({
      "service.name": process.env["OTEL_SERVICE_NAME"] || "servicialo-node",
      "process.pid": process.pid,
    }),
    spanProcessors: [
      new BatchSpanProcessor({
        exporter: new OTLPTraceExporter({ url: `${endpoint}/v1/traces`, timeoutMillis: SEND_PATIENCE_MS }),
        scheduledDelayMillis: SEND_AFTER_MS,
      }),
    ],
  });
  return new OpenTelemetryTracing(provider);
}

class OpenTelemetryTracing implements Tracing {
  readonly #provider: TracerProvider;
  readonly #tracer: Tracer;
  readonly #propagator = new W3CTraceContextPropagator();
  readonly #requests = new WeakMap<FastifyRequest, { readonly span: Span; readonly context: Context }>();

  constructor(provider: TracerProvider) {
    this.#provider = provider;
    this.#tracer = provider.getTracer("servicialo-node");
  }

  begin(request: FastifyRequest, rest: () => void): void {
    // A request that another door made in this process is a part of the one that the door answers.
    const around = context.active();
    const parent = trace.getSpan(around)
      ? around
      : this.#propagator.extract(ROOT_CONTEXT, request.headers, defaultTextMapGetter);
    const { method } = request;
    const route = request.routeOptions.url ?? "none";
    const span = this.#tracer.startSpan(
      `${method} ${route}`,
      { kind: SpanKind.SERVER, attributes: { "http.request.method": method, "http.route": route } },
      parent,
    );
    const inside = trace.setSpan(parent, span);
    this.#requests.set(request, { span, context: inside });
    context.with(inside, rest);
  }

  resume(request: FastifyRequest, rest: () => void): void {
    const begun = this.#requests.get(request);
    if (begun) context.with(begun.context, rest);
    else rest();
  }

  end(request: FastifyRequest, reply: FastifyReply): void {
    const span = this.#requests.get(request)?.span;
    if (!span) return;
    const operation = operationOfRequest(request);
    span.setAttributes({
      "http.response.status_code": reply.statusCode,
      ...(operation !== "none" && {
        "servicialo.operation": operation,
        "servicialo.door": request.door,
        "servicialo.outcome": request.outcome,
      }),
    });
    if (operation !== "none") span.updateName(operation);
    if (reply.statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
    span.end();
  }

  step<Result>(step: Step, work: () => Result): Result {
    const span = this.#tracer.startSpan(step);
    let result: Result;
    try {
      result = context.with(trace.setSpan(context.active(), span), work);
    } catch (error) {
      endRefused(span, error);
      throw error;
    }
    if (!(result instanceof Promise)) {
      span.end();
      return result;
    }
    const ended = result.then(
      (value: unknown) => {
        span.end();
        return value;
      },
      (error: unknown) => {
        endRefused(span, error);
        throw error;
      },
    );
    return ended as Result;
  }

  past(step: Step, began: number): void {
    // Both moments by the same clock, so that the span fits among its siblings.
    const startTime = performance.timeOrigin + began;
    this.#tracer.startSpan(step, { startTime }).end(performance.timeOrigin + performance.now());
  }

  async shutdown(): Promise<void> {
    // A receiver that does not answer must not keep the node from stopping.
    const patience = new Promise((resolve) => setTimeout(resolve, LAST_SEND_MS).unref());
    await Promise.race([this.#provider.shutdown().catch(() => undefined), patience]);
    context.disable();
  }
}

/** A refusal is how the protocol works; only what is the node's own fault is an error. Messages stay here. */
function endRefused(span: Span, error: unknown): void {
  const refusal = error instanceof ProtocolErrors ? error.errors[0] : error;
  const code = refusal instanceof ProtocolError ? refusal.code : "INTERNAL_ERROR";
  span.setAttribute("servicialo.outcome", code);
  if (!(refusal instanceof ProtocolError) || refusal.status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
  span.end();
}
